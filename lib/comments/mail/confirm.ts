import { commentOfConfirmation } from "@/lib/comments/mail/key";
import { lockComment } from "@/lib/comments/move";
import { receiptKey } from "@/lib/comments/receipt";
import { reconsider } from "@/lib/comments/settle";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import type { Result } from "@/lib/result";

/**
 * Notes that a comment's address is its author's, who opened the link that was mailed to it and pressed its button, and
 * lets what they asked to be told begin; where the site trusts the known and proven, it is published; where only those
 * may comment, it waits from now on like any other, and the moderators hear of it unless it is decided on by now, and the
 * other replies of that address get the links that it had too many of unopened (turn.ts). Takes
 * the mailed key. Returns the receipt's key; the same when it was done before. Refuses with `linkExpired` when the
 * comment, or its address, is gone. Indexes: the primary keys, comment_contact (email_hash).
 */
export async function confirmComment(key: string): Promise<Result<{ receipt: string }>> {
  const commentId = commentOfConfirmation(key);
  if (!commentId) return { ok: false, error: "notFound" };
  return transact(async (tx): Promise<Result<{ receipt: string }>> => {
    const comment = await lockComment(tx, commentId);
    const contact = comment && (await tx.commentContact.findUnique({ where: { commentId }, select: { emailHash: true, provenAt: true } }));
    if (!contact) return { ok: false, error: "linkExpired" };
    const now = new Date();
    if (!contact.provenAt) await tx.commentContact.update({ where: { commentId }, data: { provenAt: now }, select: { commentId: true } });
    const proven = await tx.provenAddress.createMany({ data: { emailHash: contact.emailHash, provenAt: now }, skipDuplicates: true });
    await tx.subscription.updateMany({ where: { commentId, confirmedAt: null, endedAt: null }, data: { confirmedAt: now } });
    const { count: awaited } = await tx.comment.updateMany({ where: { id: commentId, awaitsProof: true }, data: { awaitsProof: false } });
    const waits = await reconsider(tx, commentId);
    if (awaited && waits) await enqueue(tx, "mail.commentReceived", { commentId });
    if (proven.count > 0) await askOthers(tx, contact.emailHash);
    return { ok: true, receipt: receiptKey(commentId) };
  });
}

/** More replies of one address were hardly sent before its first link was opened. */
const MOST_OTHERS = 20;

/** Has the link mailed of each reply of an address that still awaits it; where it was mailed before, it is not once more. */
async function askOthers(tx: Tx, emailHash: Uint8Array<ArrayBuffer>): Promise<void> {
  const others = await tx.comment.findMany({
    where: { contact: { emailHash }, awaitsProof: true, status: "pending" },
    orderBy: { id: "desc" },
    take: MOST_OTHERS,
    select: { id: true },
  });
  for (const { id } of others) await enqueue(tx, "mail.confirmTrusted", { commentId: id });
}
