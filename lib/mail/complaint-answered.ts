import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { mailReader } from "@/lib/mail/mail-reader";
import { letterAbout } from "@/lib/mail/own-letter";
import { letterToReporter } from "@/lib/mail/reporter-letter";
import { endOfAll } from "@/lib/mail/way-out";
import { reportReceiptKey } from "@/lib/reports/report-key";
import { contestedBy, heldByNewer } from "@/lib/statements/newer";
import { siteAddress } from "@/lib/settings/public";

/**
 * The job `mail.complaintAnswered`: tells who complained of a decision, be it on their reply or on their report, what came of
 * it, why, and what is left to do (Regulation (EU) 2022/2065, article 20(5)). Takes the complaint's id. Once a complaint.
 */
export async function mailComplaintAnswered({ complaintId }: { complaintId: string }): Promise<void> {
  const complaint = await privateDb.complaint.findUnique({
    where: { id: complaintId },
    select: COMPLAINT,
  });
  if (!complaint?.outcome || complaint.outcome === "withdrawn") return;
  const { outcome, answer, statement, report, reportId } = complaint;
  const about = statement ? await toAuthor(statement.commentId) : reportId ? await toReporter(reportId) : null;
  if (!about) return;
  const commentId = statement ? (statement.isEdit ? null : statement.commentId) : report?.reportCase.commentId;
  const isHeld = outcome === "overturned" && commentId && (await heldByNewer(privateDb, contestedBy(complaint, commentId))) !== null;
  const { reader, emailHash, title, path, of } = about;
  await mailReader(reader, endOfAll(emailHash), ({ t, siteName }) => ({
    id: `complaint-answered.${complaintId}`,
    subject: t("complaintAnswered.subject", { siteName }),
    paragraphs: [
      t(`complaintAnswered.${of}.${isHeld ? "held" : outcome}`, { title: title ?? t("untitled") }),
      t("complaintAnswered.further"),
      t("complaintAnswered.answer"),
    ],
    quote: answer ?? undefined,
    action: { label: t(`complaintAnswered.${of}.action`), url: siteAddress(path) },
  }));
}

const COMPLAINT = {
  id: true,
  byReporter: true,
  firstEventId: true,
  outcome: true,
  answer: true,
  reportId: true,
  statement: { select: { commentId: true, isEdit: true, eventId: true } },
  report: { select: { reportCase: { select: { commentId: true } } } },
} as const;

async function toAuthor(commentId: string) {
  const about = await letterAbout(commentId);
  return about && { ...about, of: "reply" as const, title: about.post.title, path: `/receipts/${receiptKey(commentId)}` };
}

async function toReporter(reportId: string) {
  const about = await letterToReporter(reportId);
  return about && { ...about, of: "report" as const, path: `/receipts/report/${reportReceiptKey(reportId)}` };
}
