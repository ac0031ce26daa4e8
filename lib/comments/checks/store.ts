import type { Fired } from "@/lib/comments/checks/check";
import type { Tx } from "@/lib/db/private";

/** Stores the rules that fired on a new reply, in their order. */
export async function storeChecks(tx: Tx, commentId: string, fired: Fired[]): Promise<void> {
  if (fired.length === 0) return;
  await tx.commentCheck.createMany({ data: fired.map((each, position) => ({ commentId, position, ...each })) });
}

/** Adds a rule to those of a comment whose row is locked, and its score to the comment's. Index: the primary key. */
export async function addCheck(tx: Tx, commentId: string, fired: Fired): Promise<void> {
  const last = await tx.commentCheck.aggregate({ where: { commentId }, _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  await tx.commentCheck.create({ data: { commentId, position, ...fired }, select: { position: true } });
  await tx.comment.update({ where: { id: commentId }, data: { score: { increment: fired.score } }, select: { id: true } });
}
