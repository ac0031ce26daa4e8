import { addressKey } from "@/lib/comments/mailed-key";
import { letterAbout, whole } from "@/lib/mail/own-letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { refusalLinks } from "@/lib/mail/unsubscribe-links";

/**
 * The job `mail.ownReplies`: sends a link to everything under the address of a comment, to that address. Takes the
 * comment's id (of none, where somebody asked for an address that nobody has), and the request's.
 */
export async function mailOwnReplies({ commentId, requestId }: { commentId: string; requestId: string }): Promise<void> {
  const about = await letterAbout(commentId);
  if (!about) return;
  const { t, locale, siteName } = await mailTexts();
  const links = refusalLinks(about.emailHash);
  await sendMail({
    id: `own-replies.${requestId}`,
    to: about.to,
    from: siteName,
    subject: t("ownReplies.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("ownReplies.body", { siteName }), t("ownReplies.expires")],
      action: { label: t("ownReplies.action"), url: whole(`/receipts/address/${addressKey(about.emailHash, new Date())}`) },
      footer: t("footer", { siteName }),
      end: { label: t("endAll"), url: links.page },
    },
    unsubscribe: links.oneClick,
  });
}
