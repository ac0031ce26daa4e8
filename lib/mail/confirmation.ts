import { confirmKey } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import { letterAbout } from "@/lib/mail/own-letter";
import { mailReader } from "@/lib/mail/mail-reader";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

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
  const { title } = about.post;
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `confirm.${requestId}`,
    subject: t("confirm.subject", { siteName }),
    paragraphs: [
      t("confirm.body", { title }),
      ...(about.awaitsProof ? [t("confirm.unread")] : []),
      ...asked.map(({ kind }) => t(`confirm.${kind}`)),
      t("confirm.todo"),
      t("confirm.notYou"),
    ],
    action: { label: t("confirm.action"), url: siteAddress(`/receipts/confirm/${confirmKey(commentId)}`) },
  }));
}
