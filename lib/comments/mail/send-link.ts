import { emailDigest } from "@/lib/comments/contact";
import { takeMailTurn } from "@/lib/comments/mail/turn";
import { findInput } from "@/lib/comments/own-schema";
import { commentOfReceipt } from "@/lib/comments/receipt";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";

/**
 * Mails the receipt's own link to the address that the comment came under. Takes who asks, and the receipt's key.
 * Refuses with `notFound` (no such comment, or no address with it any more), `tooMany`.
 */
export async function mailReceipt(sender: Sender, key: string): Promise<Result> {
  return aboutComment(sender, key, "mail.receipt");
}

/** Mails a link to everything under the address that a comment came under. Takes and returns what `mailReceipt` does. */
export async function mailRepliesOfComment(sender: Sender, key: string): Promise<Result> {
  return aboutComment(sender, key, "mail.ownReplies");
}

/**
 * Mails a link to everything under an address, to it. Takes who asks and untrusted `{ email }`. Returns the same for
 * known and unknown addresses, after the same statements: the job finds a comment of it, or none. Refuses with
 * `invalid`, `tooMany`. Index: comment_contact (email_hash).
 */
export async function mailRepliesOfAddress(sender: Sender, input: unknown): Promise<Result> {
  const parsed = findInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const emailHash = emailDigest(parsed.data.email);
  return transact(async (tx) => {
    const known = await tx.commentContact.findFirst({ where: { emailHash }, select: { commentId: true } });
    return send(tx, "mail.ownReplies", { sender, commentId: known?.commentId ?? newId(), emailHash });
  });
}

type LinkMail = "mail.receipt" | "mail.ownReplies";

async function aboutComment(sender: Sender, key: string, name: LinkMail): Promise<Result> {
  const commentId = commentOfReceipt(key);
  if (!commentId) return { ok: false, error: "notFound" };
  return transact(async (tx) => {
    const contact = await tx.commentContact.findUnique({ where: { commentId }, select: { emailHash: true } });
    return contact ? send(tx, name, { sender, commentId, emailHash: contact.emailHash, isAsked: true }) : { ok: false, error: "notFound" };
  });
}

interface LinkRequest {
  sender: Sender;
  commentId: string;
  emailHash: Uint8Array;
  /** Whether the sender named the comment: then it has a count of its own. */
  isAsked?: boolean;
}

async function send(tx: Tx, name: LinkMail, { sender, commentId, emailHash, isAsked }: LinkRequest): Promise<Result> {
  const turn = await takeMailTurn(tx, { sender, commentId: isAsked ? commentId : undefined, emailHash });
  if (turn.ok && turn.isSent) await enqueue(tx, name, { commentId, requestId: newId() });
  return turn;
}
