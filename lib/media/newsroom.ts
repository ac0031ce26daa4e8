import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import { mayUseMedia } from "@/lib/media/policy";
import type { Picture } from "@/lib/media/schema";
import { pictureColumns } from "@/lib/media/shown";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** How many pictures the picker shows at a time. */
export const PICTURES_PER_PAGE = 24;

/**
 * The pictures to choose from, last uploaded first. Takes the actor and, to go on, the id of the last picture
 * seen (an unreadable one begins anew). Returns them and the id to go on from, or null; or `forbidden`.
 * Index: media_pkey (ids are by time).
 */
export async function recentPictures(actor: Actor, after?: string): Promise<Result<{ pictures: Picture[]; next: string | null }>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const pictures = await privateDb.media.findMany({
    where: z.uuid().safeParse(after).success ? { id: { lt: after } } : {},
    select: pictureColumns,
    orderBy: { id: "desc" },
    take: PICTURES_PER_PAGE + 1,
  });
  const shown = pictures.slice(0, PICTURES_PER_PAGE);
  return { ok: true, pictures: shown, next: pictures.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}
