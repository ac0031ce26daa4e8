import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import type { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like";
import { listQuery } from "@/lib/list-query";
import { mayChangeNow } from "@/lib/media/judge";
import { mayUseMedia } from "@/lib/media/policy";
import type { Picture } from "@/lib/media/schema";
import { pictureColumns } from "@/lib/media/shown";
import { isUnused, usesOf, type Uses } from "@/lib/media/uses";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** How many pictures the library and the picker show at a time. */
export const PICTURES_PER_PAGE = 24;

/**
 * The pictures that are there, last uploaded first. Takes the actor and an untrusted `{ q, after }`: words that stand in
 * a picture's texts or its file's name, each somewhere, and the id of the last picture seen. Returns them and the id to
 * go on from, or null; or `forbidden`. Indexes: media_pkey (ids are by time); with words of three letters or more
 * media_search, which costs by the number of pictures that have them.
 */
export async function listMedia(actor: Actor, query: unknown): Promise<Result<{ pictures: Picture[]; next: string | null }>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const { q, after } = listQuery.parse(query);
  const pictures = await privateDb.media.findMany({
    where: {
      AND: q.map((word) => ({ search: { contains: literally(word), mode: "insensitive" as const } })),
      ...(after && { id: { lt: after } }),
    },
    select: pictureColumns,
    orderBy: { id: "desc" },
    take: PICTURES_PER_PAGE + 1,
  });
  const shown = pictures.slice(0, PICTURES_PER_PAGE);
  return { ok: true, pictures: shown, next: pictures.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}

const PAGE = {
  ...pictureColumns,
  fileName: true,
  bytes: true,
  createdAt: true,
  uploadedById: true,
  uploadedBy: { select: { name: true } },
} as const;

/** A picture as its own page in the library shows it. */
export interface LibraryPicture {
  picture: Prisma.MediaGetPayload<{ select: typeof PAGE }>;
  uses: Uses;
  mayChange: boolean;
  mayDelete: boolean;
}

/**
 * A picture, where it is used, and what the actor may do with it. Takes an untrusted id. Returns them, or `forbidden`,
 * or `notFound`. Indexes: the primary key, and those of `usesOf`.
 */
export async function libraryPicture(actor: Actor, id: string): Promise<Result<LibraryPicture>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const picture = z.uuid().safeParse(id).success ? await privateDb.media.findUnique({ where: { id }, select: PAGE }) : null;
  if (!picture) return { ok: false, error: "notFound" };
  const uses = await usesOf(privateDb, id);
  const mayChange = await mayChangeNow(privateDb, actor, picture);
  return { ok: true, picture, uses, mayChange, mayDelete: mayChange && isUnused(uses) };
}
