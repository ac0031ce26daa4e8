import { commentPath } from "@/lib/comments/address";
import { privateDb } from "@/lib/db/private";
import { goingOn, isSeen, letterAbout, whole } from "@/lib/mail/own-letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { unsubscribeLinks } from "@/lib/mail/unsubscribe-links";

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
  const { t, locale, siteName } = await mailTexts();
  const links = unsubscribeLinks(subscriptionId);
  await sendMail({
    id: `answered.${subscriptionId}.${commentId}`,
    to: about.to,
    from: siteName,
    subject: t("answered.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("answered.body", { name: answer.name, title: about.post.title })],
      quote: answer.body,
      action: { label: t("answered.action"), url: whole(commentPath(about.post.slug, commentId)) },
      footer: t("footer", { siteName }),
      end: { label: t("end"), url: links.page },
    },
    unsubscribe: links.oneClick,
  });
}
