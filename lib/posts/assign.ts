import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { lockPost } from "@/lib/posts/current";
import { assignInput } from "@/lib/posts/flow-schema";
import { mayPublishPost, mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Says who is to go on with a post, and tells them by mail, unless it is the actor. Takes untrusted `{ id, userId }` (assignInput); null: nobody in particular. Returns
 * ok, also when it was so already; or `forbidden`, `postNotFound`, `invalid` with `userId: invalidChoice` for somebody
 * who is not there (any more) or may not open this post.
 */
export async function assignPost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = assignInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, userId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    const user =
      userId && (await tx.user.findFirst({ where: { id: userId, deactivatedAt: null }, select: { id: true, name: true, role: true } }));
    if (userId && !(user && mayReadPost(user, post))) return { ok: false, error: "invalid", fields: { userId: ["invalidChoice"] } };
    const { assigneeId } = await tx.post.findUniqueOrThrow({ where: { id }, select: { assigneeId: true } });
    if (assigneeId === userId) return { ok: true };
    await tx.post.update({ where: { id }, data: { assigneeId: userId }, select: { id: true } });
    const moved = { from: { assigneeId }, to: { assigneeId: userId } };
    const eventId = await recordAudit(tx, { actorId: actor.id, act: "post.assign", subject: { type: "post", id }, ...moved });
    if (userId && userId !== actor.id) await enqueue(tx, "mail.assigned", { eventId });
    return { ok: true };
  });
}
