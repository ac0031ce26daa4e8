import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { lockTags } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { taxonomyRef } from "@/lib/taxonomy/schema";
import { isWaitedFor } from "@/lib/taxonomy/waiting";
import type { Actor } from "@/lib/users/policy";

/**
 * Deletes a tag that no post has, nor a change to one that is not public yet, and its former addresses with it. Takes `{ id }`, untrusted. Returns `forbidden`,
 * `invalid`, `notFound`, or `inUse`.
 */
export async function deleteTag(actor: Actor, input: unknown): Promise<Result> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = taxonomyRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockTags(tx);
    // Locked against a post that is given this tag just now: its foreign key takes the row FOR KEY SHARE.
    const [found] = await tx.$queryRaw<{ name: string; slug: string }[]>`select name, slug from tag where id = ${id}::uuid for update`;
    if (!found) return { ok: false, error: "notFound" };
    const isUsed = await tx.postTag.findFirst({ where: { tagId: id }, select: { tagId: true } });
    if (isUsed || (await isWaitedFor(tx, id))) return { ok: false, error: "inUse" };
    await tx.tag.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "tag.delete", subject: { type: "tag", id }, from: found });
    await markChanged(tx, tags.tag(id));
    return { ok: true };
  });
}
