import { decide, type Ruling } from "@/lib/comments/checks/decide";
import { asksService } from "@/lib/comments/checks/service";
import { lastMove, lockComment, moveComment, type LockedComment } from "@/lib/comments/move";
import { rulesOf } from "@/lib/comments/rules/for-post";
import { treatmentOf } from "@/lib/comments/shift/brake";
import { proofOf } from "@/lib/comments/trust";
import type { Tx } from "@/lib/db/private";
import { stateReasons } from "@/lib/statements/state";

const ACTS = { approved: "comment.approve", spam: "comment.spam" } as const;

/** Does with a comment what the rules in force say of it. Takes a comment whose row, or place, is locked. */
export async function carryOut(tx: Tx, comment: LockedComment, { status, rule }: Ruling): Promise<void> {
  const by = { actorId: null, rule };
  const { event } = await moveComment(tx, by, comment, status, ACTS[status]);
  const { id, status: from } = comment;
  await stateReasons(tx, { commentId: id, from, to: status, by, eventId: event, ground: "guidelines", explanation: null });
}

/**
 * Decides once more on a comment that waits, when something that speaks for or against it was added: its address was
 * proven, work was done, a service answered. What a person decided on, ever, is left alone. Takes the transaction and
 * the comment's id; locks it. Does nothing when there is none, or when a person must decide. Returns whether it waits for
 * a person.
 */
export async function reconsider(tx: Tx, commentId: string): Promise<boolean> {
  const comment = await lockComment(tx, commentId);
  if (comment?.status !== "pending" || comment.withdrawnAt) return false;
  if ((await lastMove(tx, commentId))?.actorId) return true;
  const settings = await rulesOf(tx, comment.postId);
  const fired = await tx.commentCheck.findMany({ where: { commentId }, select: { rule: true, score: true } });
  const isAsking = asksService(settings) && !fired.some(({ rule }) => rule === "service");
  const ruling = decide(fired, settings, { ...(await proofOf(tx, commentId)), isAsking, bent: await treatmentOf(tx, comment) });
  if (ruling) await carryOut(tx, comment, ruling);
  return ruling === null;
}
