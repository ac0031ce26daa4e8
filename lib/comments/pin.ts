import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Decision } from "@/lib/comments/moderate";
import { lockComment } from "@/lib/comments/move";
import { actOnThread } from "@/lib/comments/thread-act";
import { MAX_PINNED } from "@/lib/comments/thread/pinned";
import type { Tx } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/**
 * Shows a public comment that begins a thread before all others of its post, at most three of a post. Takes untrusted `{ id }`.
 * Returns the ledger's row; or `forbidden`, `invalid`, `notFound`, `withdrawn`, `wrongStatus` for what is not public or an
 * answer, `duplicate` when it is pinned, `full` when three others are.
 */
export async function pinComment(actor: Actor, input: unknown): Promise<Decision> {
  return actOnThread(actor, input, (tx, id) => setPinned(tx, actor, id, true));
}

/** Shows a comment in its place again. Takes and returns what `pinComment` does; `duplicate` when it is not pinned. */
export async function unpinComment(actor: Actor, input: unknown): Promise<Decision> {
  return actOnThread(actor, input, (tx, id) => setPinned(tx, actor, id, false));
}

/** The same within a transaction, by whom may. */
export async function setPinned(tx: Tx, actor: Actor, id: string, isPinned: boolean): Promise<Decision> {
  const comment = await lockComment(tx, id);
  if (!comment) return { ok: false, error: "notFound" };
  if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
  const { name, postId, status } = comment;
  if (isPinned && (status !== "approved" || comment.root)) return { ok: false, error: "wrongStatus" };
  const { pinnedAt } = await tx.comment.findUniqueOrThrow({ where: { id }, select: { pinnedAt: true } });
  if ((pinnedAt !== null) === isPinned) return { ok: false, error: "duplicate" };
  if (isPinned && (await isFull(tx, postId))) return { ok: false, error: "full" };
  await tx.comment.update({ where: { id }, data: { pinnedAt: isPinned ? new Date() : null }, select: { id: true } });
  await markChanged(tx, tags.thread(postId), tags.replies());
  const act = isPinned ? "comment.pin" : "comment.unpin";
  const event = await recordAudit(tx, { actorId: actor.id, act, subject: { type: "comment", id } });
  return { ok: true, id, name, to: status, event };
}

/** The post is locked: of two at once the second sees the first. Index: comment_pinned. */
async function isFull(tx: Tx, postId: string): Promise<boolean> {
  await tx.$queryRaw`select from post where id = ${postId}::uuid for no key update`;
  const [pinned] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from comment
    where post_id = ${postId}::uuid and pinned_at is not null and status = 'approved' and parent_id is null and withdrawn_at is null`;
  return (pinned?.count ?? 0) >= MAX_PINNED;
}
