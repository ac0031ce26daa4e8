import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { mailReader } from "@/lib/mail/mail-reader";
import { letterAbout } from "@/lib/mail/own-letter";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

/**
 * The job `mail.complaintAnswered`: tells who complained of a decision what came of it, why, and what is left to do
 * (Regulation (EU) 2022/2065, article 20(5)). Takes the complaint's id. Once a complaint.
 */
export async function mailComplaintAnswered({ complaintId }: { complaintId: string }): Promise<void> {
  const complaint = await privateDb.complaint.findUnique({
    where: { id: complaintId },
    select: { outcome: true, answer: true, statement: { select: { commentId: true } } },
  });
  const { outcome, answer, statement } = complaint ?? {};
  const about = statement && (await letterAbout(statement.commentId));
  if (!about || !outcome || outcome === "withdrawn") return;
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `complaint-answered.${complaintId}`,
    subject: t("complaintAnswered.subject", { siteName }),
    paragraphs: [
      t(`complaintAnswered.${outcome}`, { title: about.post.title }),
      t("complaintAnswered.further"),
      t("complaintAnswered.answer"),
    ],
    quote: answer ?? undefined,
    action: { label: t("complaintAnswered.action"), url: siteAddress(`/receipts/${receiptKey(about.id)}`) },
  }));
}
