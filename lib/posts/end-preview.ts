import { recordAudit } from "@/lib/audit/record";
import { transact } from "@/lib/db/transact";
import { lockPost } from "@/lib/posts/current";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Ends a preview's link: it opens nothing any more. Takes untrusted `{ id }`, the link's. Returns ok, also when it was
 * ended already; or `forbidden`, `invalid`, `notFound`.
 */
export async function endPreview(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return transact<object>(async (tx) => {
    const link = await tx.previewLink.findUnique({ where: { id }, select: { postId: true } });
    const post = link && (await lockPost(tx, link.postId));
    if (!post) return { ok: false, error: "notFound" };
    if (!mayReadPost(actor, post)) return { ok: false, error: "forbidden" };
    const { count } = await tx.previewLink.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
    if (count)
      await recordAudit(tx, { actorId: actor.id, act: "post.endPreview", subject: { type: "post", id: post.id }, to: { linkId: id } });
    return { ok: true };
  });
}
