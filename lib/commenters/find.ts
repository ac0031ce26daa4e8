import type { Tx } from "@/lib/db/private";
import { isId } from "@/lib/ids";

/** A commenter: the keyed digest of their address, and the id that is kept of them once something was noted. */
export interface Found {
  emailHash: Buffer<ArrayBuffer>;
  id: string | null;
}

/**
 * Who a page's key names: it is the id of any comment of theirs, or the one that is kept of them, so that no address of
 * the newsroom holds anything made from an e-mail address. Null for what leads to nobody (any more). Indexes: primary keys.
 */
export async function findCommenter(tx: Tx, key: string): Promise<Found | null> {
  if (!isId(key)) return null;
  const known = await tx.commenter.findUnique({ where: { id: key }, select: { emailHash: true } });
  if (known) return { emailHash: Buffer.from(known.emailHash), id: key };
  const contact = await tx.commentContact.findUnique({ where: { commentId: key }, select: { emailHash: true } });
  if (!contact) return null;
  const emailHash = Buffer.from(contact.emailHash);
  const kept = await tx.commenter.findUnique({ where: { emailHash }, select: { id: true } });
  return { emailHash, id: kept?.id ?? null };
}

/** The id that is kept of an address, made if there is none. Two at once get the same. Index: commenter (email_hash). */
export async function keepCommenter(tx: Tx, emailHash: Buffer<ArrayBuffer>): Promise<string> {
  await tx.commenter.createMany({ data: { emailHash }, skipDuplicates: true });
  const { id } = await tx.commenter.findUniqueOrThrow({ where: { emailHash }, select: { id: true } });
  return id;
}
