import { confirmKey } from "@/lib/comments/mailed-key";
import { privateDb } from "@/lib/db/private";
import { letterAbout, whole } from "@/lib/mail/own-letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { refusalLinks } from "@/lib/mail/unsubscribe-links";

/**
 * The job `mail.confirm`: asks whoever reads a comment's mailbox whether the comment, and what was asked to be told of
 * it, is theirs. Takes the comment's id, and the request's. The text is not in it: nobody has proven yet whose it is.
 */
export async function mailConfirmation({ commentId, requestId }: { commentId: string; requestId: string }): Promise<void> {
  const about = await letterAbout(commentId);
  if (!about) return;
  const asked = await privateDb.subscription.findMany({
    where: { commentId, confirmedAt: null, endedAt: null },
    select: { kind: true },
    orderBy: { kind: "asc" },
    take: 2,
  });
  const { t, locale, siteName } = await mailTexts();
  const links = refusalLinks(about.emailHash);
  const { title } = about.post;
  await sendMail({
    id: `confirm.${requestId}`,
    to: about.to,
    from: siteName,
    subject: t("confirm.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("confirm.body", { title }), ...asked.map(({ kind }) => t(`confirm.${kind}`)), t("confirm.todo"), t("confirm.notYou")],
      action: { label: t("confirm.action"), url: whole(`/receipts/confirm/${confirmKey(commentId)}`) },
      footer: t("footer", { siteName }),
      end: { label: t("endAll"), url: links.page },
    },
    unsubscribe: links.oneClick,
  });
}
