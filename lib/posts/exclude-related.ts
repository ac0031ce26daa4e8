import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { lockPost } from "@/lib/posts/current";
import { mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const exclusionInput = z.object({
  id: z.uuid("invalidChoice"),
  relatedId: z.uuid("invalidChoice"),
  isExcluded: z.boolean("invalidChoice"),
});

/**
 * Excludes a post from another one's Related Posts for good, or lets it come back: it is not proposed again, and not
 * shown though somebody chose both sides. Takes `{ id, relatedId, isExcluded }`, untrusted. Returns ok, also when it
 * was so already; or `forbidden`, `invalid`, `postNotFound`.
 */
export async function excludeRelated(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = exclusionInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: postId, relatedId, isExcluded } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post || postId === relatedId || !(await tx.post.count({ where: { id: relatedId } }))) return { ok: false, error: "postNotFound" };
    if (!mayWritePost(actor, post)) return { ok: false, error: "forbidden" };
    const row = { postId, relatedId };
    const { count } = isExcluded
      ? await tx.relatedExclusion.createMany({ data: [row], skipDuplicates: true })
      : await tx.relatedExclusion.deleteMany({ where: row });
    if (count === 0) return { ok: true };
    await recordAudit(tx, {
      actorId: actor.id,
      act: isExcluded ? "post.excludeRelated" : "post.readmitRelated",
      subject: { type: "post", id: postId },
      to: { relatedId },
    });
    await enqueue(tx, "post.relate", { postId });
    await markChanged(tx, tags.related(postId));
    return { ok: true };
  });
}
