import { randomInt } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { mayChangeNow } from "@/lib/media/judge";
import { lockPicture } from "@/lib/media/lock";
import { mayUseMedia } from "@/lib/media/policy";
import { mediaReplacement } from "@/lib/media/schema";
import { takeIn, type MadeFiles } from "@/lib/media/take-in";
import { tellOfPicture } from "@/lib/media/tell";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Puts another file in a picture's place, wherever it is used. The new one is another edition of it, with paths
 * of its own: pages that browsers and proxies keep go on finding the old files for EDITION_DAYS (sweep.ts), and are
 * led to the new ones after that. Takes untrusted `{ id, bytes, fileName }`. Returns the new edition; or `forbidden`,
 * `invalid`, `notFound`, `pictureTooLarge`, `notAPicture`, or `staleVersion` when somebody else replaced it meanwhile.
 */
export async function replaceMedia(actor: Actor, input: unknown): Promise<Result<{ edition: number }>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const parsed = mediaReplacement.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, bytes, fileName } = parsed.data;
  const found = await privateDb.media.findUnique({ where: { id }, select: { edition: true, uploadedById: true } });
  if (!found) return { ok: false, error: "notFound" };
  if (!(await mayChangeNow(privateDb, actor, { id, ...found }))) return { ok: false, error: "forbidden" };
  // By chance, not the next number: two who replace it at once must not write the same files.
  const edition = randomInt(2, MAX_EDITION);
  return takeIn(bytes, { id, edition }, (made) => keep(actor, { id, edition, fileName, ...made }, found.edition));
}

/** The row's column is a 32-bit integer. */
const MAX_EDITION = 2 ** 31;

function keep(
  actor: Actor,
  next: MadeFiles & { id: string; edition: number; fileName: string },
  from: number,
): Promise<Result<{ edition: number }>> {
  const { id, edition } = next;
  return privateDb.$transaction(async (tx) => {
    const current = await lockPicture(tx, id);
    if (!current) return { ok: false, error: "notFound" };
    // While it was made, somebody may have published it.
    if (!(await mayChangeNow(tx, actor, current))) return { ok: false, error: "forbidden" };
    if (current.edition !== from) return { ok: false, error: "staleVersion" };
    // What was in the middle of interest in the old file says nothing of the new one.
    const row = { ...next, focalX: 50, focalY: 50, replacedAt: new Date() };
    await tx.media.update({ where: { id }, data: row, select: { id: true } });
    const subject = { type: "media", id } as const;
    await recordAudit(tx, { actorId: actor.id, act: "media.replace", subject, from: { edition: from }, to: { edition } });
    await tellOfPicture(tx, id);
    return { ok: true, edition };
  });
}
