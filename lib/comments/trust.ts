import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";

/** Whether another comment of the same address is approved, asked of a row of comment_contact as `contact`. Index: (email_hash, status). */
export const APPROVED_BEFORE = Prisma.sql`exists (
  select from comment_contact as earlier
  where earlier.email_hash = contact.email_hash and earlier.status = 'approved' and earlier.comment_id <> contact.comment_id)`;

/**
 * Which comments come from a known and trusted address: it was proven, by a link mailed to it, and another comment of
 * it is approved. Name and address alone say nothing: anyone can type them. Takes the transaction, or the client, and
 * the comments' ids. Returns the ids among them. Indexes: primary keys, comment_contact (email_hash, status).
 */
export async function trustedAmong(tx: Tx, commentIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select contact.comment_id as id from comment_contact as contact join proven_address using (email_hash)
    where contact.comment_id = any(${commentIds}::uuid[]) and ${APPROVED_BEFORE}`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * What was proven of a comment: whether it counts as its trusted author's (known and trusted, and itself proven by a link
 * mailed for it), and whether it must still be proven to be read before others. Index: the primary keys.
 */
export async function proofOf(tx: Tx, commentId: string): Promise<{ isTrusted: boolean; awaitsProof: boolean }> {
  const { awaitsProof, contact } = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { awaitsProof: true, contact: { select: { provenAt: true } } },
  });
  return { isTrusted: Boolean(contact?.provenAt) && (await trustedAmong(tx, [commentId])).has(commentId), awaitsProof };
}
