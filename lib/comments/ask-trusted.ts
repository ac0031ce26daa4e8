import { standingOfAuthor } from "@/lib/commenters/standing";
import { takeUnaskedTurn } from "@/lib/comments/mail-turn";
import { trustedAmong } from "@/lib/comments/trust";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";

/**
 * The job `mail.confirmTrusted`: where the site trusts the known and proven, or the newsroom this one always, has the link that publishes a reply mailed
 * to who may be one of them. Takes the comment's id. Nobody else gets a mail that they did not ask for. The mail is a job
 * of its own, sent in the transaction that takes its turn: a mail server that is away uses up none.
 */
export async function askTrusted({ commentId }: { commentId: string }): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const contact = await tx.commentContact.findFirst({
      where: { commentId, comment: { status: "pending" } },
      select: { emailHash: true },
    });
    const bent = contact && (await standingOfAuthor(tx, commentId)).bent;
    if (!contact || bent === "hold" || !(bent === "trust" || (await trustedAmong(tx, [commentId])).has(commentId))) return;
    if (await takeUnaskedTurn(tx, contact.emailHash)) await enqueue(tx, "mail.confirm", { commentId, requestId: commentId });
  });
}
