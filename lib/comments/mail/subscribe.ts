import { refusalOfBan, standingOfAuthor } from "@/lib/commenters/standing";
import { takeMailTurn } from "@/lib/comments/mail/turn";
import { lockComment } from "@/lib/comments/move";
import { subscribeInput } from "@/lib/comments/own-schema";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { transact } from "@/lib/db/transact";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";

/**
 * Notes of what a comment's author wants to be told, and mails the link that confirms it: until then it counts for
 * nothing. Takes who asks, the receipt's key and untrusted `{ published, answered }`. What was confirmed before stays.
 * Refuses with `notFound` (no such comment, or no address with it any more), `invalid`, `tooMany`, `banned`, `suspended`.
 */
export async function subscribe(sender: Sender, key: string, input: unknown): Promise<Result> {
  const commentId = commentOfReceipt(key);
  if (!commentId) return { ok: false, error: "notFound" };
  const parsed = subscribeInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const kinds = (["published", "answered"] as const).filter((kind) => parsed.data[kind]);
  return transact(async (tx) => {
    // Locked, so that it is not taken back meanwhile.
    const comment = await lockComment(tx, commentId);
    const contact = comment && (await tx.commentContact.findUnique({ where: { commentId }, select: { emailHash: true } }));
    if (!contact) return { ok: false, error: "notFound" };
    const banned = refusalOfBan(await standingOfAuthor(tx, commentId, sender.ip));
    if (banned) return banned;
    // What was ended, or never confirmed, begins anew under another id: an old mail's links end nothing of it.
    await tx.subscription.deleteMany({
      where: { commentId, kind: { in: kinds }, OR: [{ confirmedAt: null }, { endedAt: { not: null } }] },
    });
    const { count } = await tx.subscription.createMany({ data: kinds.map((kind) => ({ commentId, kind })), skipDuplicates: true });
    if (count === 0) return { ok: true };
    const turn = await takeMailTurn(tx, { sender, commentId, emailHash: contact.emailHash });
    if (turn.ok && turn.isSent) await enqueue(tx, "mail.confirm", { commentId, requestId: newId() });
    return turn;
  });
}
