import { receiptKey } from "@/lib/comments/receipt";
import { letterAbout } from "@/lib/mail/own-letter";
import { mailReader } from "@/lib/mail/mail-reader";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

/** The job `mail.receipt`: sends the author of a comment its receipt's link. Takes the comment's id, and the request's. */
export async function mailReceiptLink({ commentId, requestId }: { commentId: string; requestId: string }): Promise<void> {
  const about = await letterAbout(commentId);
  if (!about) return;
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `receipt.${requestId}`,
    subject: t("receipt.subject", { siteName }),
    paragraphs: [t("receipt.body", { title: about.post.title }), t("receipt.keep")],
    action: { label: t("receipt.action"), url: siteAddress(`/receipts/${receiptKey(commentId)}`) },
  }));
}
