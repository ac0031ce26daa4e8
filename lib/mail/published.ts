import { commentPath } from "@/lib/comments/address";
import { goingOn, isSeen, letterAbout, whole } from "@/lib/mail/own-letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { unsubscribeLinks } from "@/lib/mail/unsubscribe-links";

/**
 * The job `mail.published`: tells the author of a comment that it is public, if they asked and it still is. Takes the
 * subscription's id and the comment's. Once a subscription, however often the decision is taken back and made again.
 */
export async function mailPublished({ subscriptionId, commentId }: { subscriptionId: string; commentId: string }): Promise<void> {
  const [wished, about] = [await goingOn(subscriptionId), await letterAbout(commentId)];
  if (!wished || !about || !isSeen(about)) return;
  const { t, locale, siteName } = await mailTexts();
  const links = unsubscribeLinks(subscriptionId);
  await sendMail({
    id: `published.${subscriptionId}`,
    to: about.to,
    from: siteName,
    subject: t("published.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("published.body", { title: about.post.title })],
      action: { label: t("published.action"), url: whole(commentPath(about.post.slug, commentId)) },
      footer: t("footer", { siteName }),
      end: { label: t("end"), url: links.page },
    },
    unsubscribe: links.oneClick,
  });
}
