import { commentPath } from "@/lib/comments/address";
import { privateDb } from "@/lib/db/private";
import { goingOn, isSeen, letterAbout } from "@/lib/mail/own-letter";
import { mailReader } from "@/lib/mail/mail-reader";
import { endOfSubscription } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

/**
 * The job `mail.answered`: tells the author of a comment of a public answer to it, if they asked, it still is public,
 * and it is not their own. Takes the subscription's id and the answer's. Once an answer. What it quotes, everybody can read.
 */
export async function mailAnswered({ subscriptionId, commentId }: { subscriptionId: string; commentId: string }): Promise<void> {
  const wished = await goingOn(subscriptionId);
  const about = wished && (await letterAbout(wished.commentId));
  const answer = await privateDb.comment.findUnique({
    where: { id: commentId },
    select: {
      name: true,
      body: true,
      status: true,
      withdrawnAt: true,
      root: { select: { status: true } },
      post: { select: { status: true } },
      contact: { select: { emailHash: true } },
    },
  });
  if (!about || !answer || answer.withdrawnAt || !isSeen(answer)) return;
  if (answer.contact && Buffer.compare(answer.contact.emailHash, about.emailHash) === 0) return;
  await mailReader(about.reader, endOfSubscription(subscriptionId), ({ t, siteName }) => ({
    id: `answered.${subscriptionId}.${commentId}`,
    subject: t("answered.subject", { siteName }),
    paragraphs: [t("answered.body", { name: answer.name, title: about.post.title })],
    quote: answer.body,
    action: { label: t("answered.action"), url: siteAddress(commentPath(about.post.slug, commentId)) },
  }));
}
