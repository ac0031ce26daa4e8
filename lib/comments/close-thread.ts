import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Decision } from "@/lib/comments/moderate";
import { lockComment } from "@/lib/comments/move";
import { actOnThread } from "@/lib/comments/thread-act";
import type { Tx } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes no more answers of readers in a comment's whole thread; what stands there stays. Takes untrusted `{ id }`, any
 * comment of it. Returns the ledger's row, which is about the comment that began the thread; or `forbidden`, `invalid`,
 * `notFound`, `withdrawn`, `duplicate` when it is closed.
 */
export async function closeThread(actor: Actor, input: unknown): Promise<Decision> {
  return actOnThread(actor, input, (tx, id) => setClosed(tx, actor, id, true));
}

/** Takes answers in a thread again. Takes and returns what `closeThread` does; `duplicate` when it is open. */
export async function openThread(actor: Actor, input: unknown): Promise<Decision> {
  return actOnThread(actor, input, (tx, id) => setClosed(tx, actor, id, false));
}

/** The same within a transaction, by whom may. */
export async function setClosed(tx: Tx, actor: Actor, commentId: string, isClosed: boolean): Promise<Decision> {
  const comment = await lockComment(tx, commentId);
  if (!comment) return { ok: false, error: "notFound" };
  if (comment.withdrawnAt && !comment.root) return { ok: false, error: "withdrawn" };
  const id = comment.root?.id ?? comment.id;
  const { closedAt, name, status } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { closedAt: true, name: true, status: true },
  });
  if ((closedAt !== null) === isClosed) return { ok: false, error: "duplicate" };
  await tx.comment.update({ where: { id }, data: { closedAt: isClosed ? new Date() : null }, select: { id: true } });
  await markChanged(tx, tags.thread(comment.postId), tags.replies());
  const act = isClosed ? "comment.closeThread" : "comment.openThread";
  const event = await recordAudit(tx, { actorId: actor.id, act, subject: { type: "comment", id } });
  return { ok: true, id, name, to: status, event };
}
