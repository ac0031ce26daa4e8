import type { Fired } from "@/lib/comments/checks/check";
import { scoreOf } from "@/lib/comments/checks/decide";
import { runChecks } from "@/lib/comments/checks/run";
import { openEmail } from "@/lib/comments/contact";
import { rulesOf } from "@/lib/comments/rules/for-post";
import { privateDb, type Tx } from "@/lib/db/private";

/** What speaks of how a comment was sent, and so of any text of it. */
const OF_SENDING: Fired["rule"][] = ["honeypot", "tooFast"];

/**
 * Asks the checks about another text of a comment that is stored. Takes its id and the new text; call it before the
 * transaction that stores that, as a check may be slow. Returns the rules that fired; none when the comment is gone.
 */
export async function checkAgain(commentId: string, body: string): Promise<Fired[]> {
  const comment = await privateDb.comment.findUnique({
    where: { id: commentId },
    select: { postId: true, name: true, website: true, contact: { select: { emailSealed: true } } },
  });
  if (!comment) return [];
  const { contact, postId, ...typed } = comment;
  const email = contact ? openEmail(contact.emailSealed) : "";
  const settings = await rulesOf(privateDb, postId);
  return runChecks({ commentId, comment: { ...typed, email, body, topic: "", took: null }, settings });
}

/**
 * Puts what fired on a comment's new text in the place of what fired on the old one, also of a service's verdict and of
 * work that was done: both were about that. Takes the transaction, which holds the comment's lock. Returns all that
 * speaks of the comment now.
 */
export async function replaceChecks(tx: Tx, commentId: string, fired: Fired[]): Promise<{ rule: string; score: number }[]> {
  await tx.commentCheck.deleteMany({ where: { commentId, rule: { notIn: OF_SENDING } } });
  const kept = await tx.commentCheck.findMany({ where: { commentId }, select: { rule: true, score: true, position: true } });
  const first = Math.max(-1, ...kept.map(({ position }) => position)) + 1;
  await tx.commentCheck.createMany({ data: fired.map((each, nth) => ({ ...each, commentId, position: first + nth })) });
  const all = [...kept, ...fired].map(({ rule, score }) => ({ rule, score }));
  await tx.comment.update({ where: { id: commentId }, data: { score: scoreOf(all) }, select: { id: true } });
  return all;
}
