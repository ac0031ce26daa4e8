import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { ReportOutcome } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";

/** So long a decision can be taken back at the desk before those who reported hear of it. */
export const UNDO_MINUTES = 5;

/**
 * Closes what readers reported of a reply, when it was decided on, and has those told who gave an address (Regulation
 * (EU) 2022/2065, article 16(5)). Takes the transaction that decides, the reply's id, what came of it, and the ledger's
 * row that says so (null where its author took it back). Returns whether anything was open. Index: report_case_open.
 */
export async function closeReports(tx: Tx, commentId: string, outcome: ReportOutcome, eventId: string | null): Promise<boolean> {
  const open = await tx.reportCase.findFirst({ where: { commentId, decidedAt: null }, select: { id: true } });
  if (!open) return false;
  const now = new Date();
  await tx.reportCase.update({ where: { id: open.id }, data: { decidedAt: now, outcome, eventId }, select: { id: true } });
  await enqueue(tx, "mail.reportDecided", { caseId: open.id, eventId }, new Date(now.getTime() + UNDO_MINUTES * 60_000));
  return true;
}

/**
 * Whether a reply was reported since somebody read what was reported of it. Takes the transaction, the reply's id and the
 * newest report that they were shown (left out: they read none). Indexes: report_case_open, report (case_id, id).
 */
export async function isReportedSince(tx: Tx, commentId: string, lastRead: string | undefined): Promise<boolean> {
  if (lastRead === undefined) return false;
  const where = { reportCase: { commentId, decidedAt: null } };
  const last = await tx.report.findFirst({ where, orderBy: { createdAt: "desc" }, select: { id: true } });
  return last !== null && last.id !== lastRead;
}

/** Closes what those who reported a reply say against a decision on it, when its author takes it back. Takes the transaction and the reply's id. Indexes: report_case (comment_id), report (case_id, id), complaint (report_id). */
export async function closeReportersComplaints(tx: Tx, commentId: string): Promise<void> {
  const over = { decidedAt: new Date(), outcome: "withdrawn" as const };
  await tx.complaint.updateMany({ where: { decidedAt: null, report: { reportCase: { commentId } } }, data: over });
}

/**
 * Lets another decision answer what readers reported where the one that did is gone, and nothing is left to decide: the
 * reply is off the page. Not what somebody complains of. Takes the ledger's rows. Indexes: those of reopenReports.
 */
export async function answerInstead(tx: Tx, eventId: string, other: string): Promise<void> {
  const where = { eventId, reports: { none: { complaint: { isNot: null } } } };
  await tx.reportCase.updateMany({ where, data: { eventId: other } });
}

/**
 * Opens again what a decision closed that is taken back, or what of a text it took out and is put back; but not the reports
 * whose senders complain of that decision, or did, since another person answers. Where readers reported the same reply anew
 * meanwhile, those reports join the new case; the open desks hear of it. Takes the ledger's row of that decision. Returns
 * whether any is open again. Indexes: report_case (event_id), report (case_id, id), complaint (report_id).
 */
export async function reopenReports(tx: Tx, eventId: string): Promise<boolean> {
  const closed = await tx.reportCase.findFirst({ where: { eventId }, select: { id: true, commentId: true, isIllegal: true } });
  if (!closed?.commentId) return false;
  const { id, commentId, isIllegal } = closed;
  const isContested = (await tx.report.count({ where: { caseId: id, complaint: { isNot: null } } })) > 0;
  const reports = { caseId: id, complaint: { is: null } };
  if (isContested && !(await tx.report.count({ where: reports }))) return false;
  const open = await tx.reportCase.findFirst({ where: { commentId, decidedAt: null }, select: { id: true } });
  await markChanged(tx, tags.opened(commentId));
  if (!open && !isContested) {
    await tx.reportCase.update({ where: { id }, data: { decidedAt: null, outcome: null, eventId: null }, select: { id: true } });
    return true;
  }
  const joined = open ?? (await tx.reportCase.create({ data: { commentId, isIllegal }, select: { id: true } }));
  await tx.report.updateMany({ where: reports, data: { caseId: joined.id } });
  if (isIllegal) await tx.reportCase.update({ where: { id: joined.id }, data: { isIllegal }, select: { id: true } });
  if (!isContested) await tx.reportCase.delete({ where: { id }, select: { id: true } });
  return true;
}
