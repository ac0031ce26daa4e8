import { receiptKey } from "@/lib/comments/receipt";
import { letterAbout, whole } from "@/lib/mail/own-letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { refusalLinks } from "@/lib/mail/unsubscribe-links";

/** The job `mail.receipt`: sends the author of a comment its receipt's link. Takes the comment's id, and the request's. */
export async function mailReceiptLink({ commentId, requestId }: { commentId: string; requestId: string }): Promise<void> {
  const about = await letterAbout(commentId);
  if (!about) return;
  const { t, locale, siteName } = await mailTexts();
  const links = refusalLinks(about.emailHash);
  await sendMail({
    id: `receipt.${requestId}`,
    to: about.to,
    from: siteName,
    subject: t("receipt.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("receipt.body", { title: about.post.title }), t("receipt.keep")],
      action: { label: t("receipt.action"), url: whole(`/receipts/${receiptKey(commentId)}`) },
      footer: t("footer", { siteName }),
      end: { label: t("endAll"), url: links.page },
    },
    unsubscribe: links.oneClick,
  });
}
