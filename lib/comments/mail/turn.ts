import type { Tx } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { networkOf } from "@/lib/throttle/network";
import { takeTurn, type Allowance } from "@/lib/throttle/take-turn";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How many mails somebody can have sent, so that nobody fills another's mailbox through us. */
const MAILS_PER_NETWORK = 20;
const MAILS_PER_COMMENT = 3;
const MAILS_PER_ADDRESS = 5;
/** Where only what is proven is read, a regular's tenth reply of the day shall be, too. */
const PROOFS_PER_ADDRESS = 20;
/** An address of which no link was ever opened may be a stranger's, that somebody else types. */
const PROOFS_PER_UNPROVEN_ADDRESS = 3;

/** Who asks for a mail: from where, about which comment (if about one), to which address (its keyed digest). */
interface MailRequest {
  sender: Sender;
  commentId?: string;
  emailHash: Uint8Array;
}

/**
 * Takes the turns of one mail that somebody asked for. Returns whether it may be sent; `tooMany` when this network, or
 * this comment, asked for too many. That the address itself has its daily number already is told to nobody: it would
 * say that the address is known, and what its owner does.
 */
export async function takeMailTurn(tx: Tx, { sender, commentId, emailHash }: MailRequest): Promise<Result<{ isSent: boolean }>> {
  const asked: Allowance[] = [{ name: "mail.network", who: networkOf(sender.ip), limit: MAILS_PER_NETWORK, seconds: HOUR }];
  if (commentId) asked.push({ name: "mail.comment", who: commentId, limit: MAILS_PER_COMMENT, seconds: DAY });
  const turn = await takeTurn(tx, asked);
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  return { ok: true, isSent: await takeAddressTurn(tx, "mail.address", emailHash) };
}

/**
 * Takes the turn of a mail that nobody asked for but the site itself. Counted apart from those that somebody asks for:
 * who sends replies under a regular's address uses up none of the mails that they ask for themselves. Returns whether
 * the address may have one more today.
 */
export async function takeUnaskedTurn(tx: Tx, emailHash: Uint8Array): Promise<boolean> {
  return takeAddressTurn(tx, "mail.unasked", emailHash);
}

/**
 * The same of a mail with the link without which a reply is not read: apart again, so that neither uses up the other's. An
 * address that was never proven has fewer of them, and the others once one was opened (confirm.ts). Index: the primary key.
 */
export async function takeProofTurn(tx: Tx, emailHash: Uint8Array): Promise<boolean> {
  const isProven = (await tx.provenAddress.count({ where: { emailHash: Buffer.from(emailHash) } })) > 0;
  return takeAddressTurn(tx, "mail.proof", emailHash, isProven ? PROOFS_PER_ADDRESS : PROOFS_PER_UNPROVEN_ADDRESS);
}

type Kept = "mail.address" | "mail.unasked" | "mail.proof";

async function takeAddressTurn(tx: Tx, name: Kept, emailHash: Uint8Array, limit = MAILS_PER_ADDRESS): Promise<boolean> {
  const who = Buffer.from(emailHash).toString("hex");
  return (await takeTurn(tx, [{ name, who, limit, seconds: DAY }])).ok;
}
