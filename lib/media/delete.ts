import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { lockPicture } from "@/lib/media/lock";
import { mayChangePicture, mayUseMedia } from "@/lib/media/policy";
import { mediaRef } from "@/lib/media/schema";
import { isUnused, usesOf } from "@/lib/media/uses";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Deletes a picture for good, its files by a job. Takes an untrusted `{ id }`. Returns nothing more, or `forbidden`,
 * `notFound`, or `inUse` while a post, also one in the trash or a change that is not public yet, a person or the site
 * shows it.
 */
export async function deleteMedia(actor: Actor, input: unknown): Promise<Result> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const parsed = mediaRef.safeParse(input);
  if (!parsed.success) return { ok: false, error: "notFound" };
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const current = await lockPicture(tx, id);
    if (!current) return { ok: false, error: "notFound" };
    if (!mayChangePicture(actor, current)) return { ok: false, error: "forbidden" };
    if (!isUnused(await usesOf(tx, id))) return { ok: false, error: "inUse" };
    await tx.media.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "media.delete", subject: { type: "media", id } });
    await enqueue(tx, "media.discard", { mediaId: id });
    return { ok: true };
  });
}
