import { standingOfAuthor } from "@/lib/commenters/standing";
import { takeProofTurn, takeUnaskedTurn } from "@/lib/comments/mail/turn";
import { trustedAmong } from "@/lib/comments/trust";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";

/**
 * The job `mail.confirmTrusted`: has the link that proves a reply mailed to its address where only those may comment who
 * do; and, where the site trusts the known and proven, or the newsroom this one always, to who may be one of them. Takes
 * the comment's id. Nobody else gets a mail that they did not ask for. The mail is a job of its own, sent in the transaction that takes its turn: a mail server that is away uses up none.
 */
export async function askTrusted({ commentId }: { commentId: string }): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const contact = await tx.commentContact.findFirst({
      where: { commentId, comment: { status: "pending" } },
      select: { emailHash: true, comment: { select: { awaitsProof: true } } },
    });
    const awaitsProof = contact?.comment.awaitsProof;
    if (!contact || !(awaitsProof || (await mayBePublished(tx, commentId)))) return;
    const mayBeSent = awaitsProof ? await takeProofTurn(tx, contact.emailHash) : await takeUnaskedTurn(tx, contact.emailHash);
    if (mayBeSent) await enqueue(tx, "mail.confirm", { commentId, requestId: commentId });
  });
}

/** Whether the link would publish it, as far as is known of its author. */
async function mayBePublished(tx: Tx, commentId: string): Promise<boolean> {
  const { bent } = await standingOfAuthor(tx, commentId);
  if (bent) return bent === "trust";
  return (await trustedAmong(tx, [commentId])).has(commentId);
}
