import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { mayChangeNow } from "@/lib/media/judge";
import { lockPicture } from "@/lib/media/lock";
import { mayUseMedia } from "@/lib/media/policy";
import { mediaChange } from "@/lib/media/schema";
import { tellOfPicture } from "@/lib/media/tell";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Changes what is told of a picture and the place that its crops keep. Posts that use it in their text keep the texts
 * that were chosen there; where it leads a post, the new ones are shown. Takes untrusted `{ id, alt, caption, credit,
 * focalX, focalY }`. Returns nothing more, or `forbidden`, `invalid` with the fields, or `notFound`.
 */
export async function changeMedia(actor: Actor, input: unknown): Promise<Result> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const parsed = mediaChange.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, ...data } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const current = await lockPicture(tx, id);
    if (!current) return { ok: false, error: "notFound" };
    if (!(await mayChangeNow(tx, actor, current))) return { ok: false, error: "forbidden" };
    await tx.media.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "media.change", subject: { type: "media", id } });
    await tellOfPicture(tx, id);
    return { ok: true };
  });
}
