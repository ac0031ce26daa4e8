import { renderComment } from "@/lib/comments/markdown";
import type { ReportOutcome, ReportReason } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { isId, newId } from "@/lib/ids";
import { complainableUntil, toldOutcome, type ToldOutcome } from "@/lib/reports/told";
import { isReportable, REPORTABLE } from "@/lib/reports/policy";
import { contestedBy, heldByNewer } from "@/lib/statements/newer";
import type { OwnComplaint } from "@/lib/statements/own";
import { reportFormKey, reportOfReceipt } from "@/lib/reports/report-key";

/** A public reply that a reader is about to report. */
export interface ReportableReply {
  name: string;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  post: { slug: string; title: string; lang: string };
}

/** The reply that somebody wants to report; null when readers do not see it (any more). Takes its untrusted id. Index: the primary keys. */
export async function replyToReport(id: string): Promise<ReportableReply | null> {
  if (!isId(id)) return null;
  const comment = await privateDb.comment.findUnique({ where: { id }, select: REPLY });
  if (!comment || !isReportable(comment)) return null;
  const { slug, title, lang } = comment.post;
  return { name: comment.name, html: renderComment(comment.body), post: { slug, title, lang } };
}

const REPLY = {
  ...REPORTABLE,
  name: true,
  body: true,
  post: { select: { status: true, slug: true, title: true, lang: true } },
} as const;

/** A new form's key for a reply (lib/reports/report-key.ts). Takes the reply's id. */
export function newReportKey(commentId: string): string {
  return reportFormKey({ commentId, reportId: newId() });
}

/** A report as who sent it sees it. */
export interface OwnReport {
  reason: ReportReason;
  createdAt: Date;
  decidedAt: Date | null;
  outcome: ReportOutcome | null;
  /** The same with how it was followed. */
  told: ToldOutcome | null;
  /** What was said against the decision and what came of it; and until when it can be, null where it cannot. */
  complaint: OwnComplaint | null;
  complainUntil: Date | null;
  /** Where a complaint was right: since when the reply is on the page all the same, as the newsroom decided anew. */
  newerAt: Date | null;
  /** Null while readers cannot see the post, or when the reply is gone for good. */
  post: { slug: string; title: string; lang: string } | null;
}

/**
 * The report that a receipt opens: what it said, and what came of it. Nothing of the reply, which may be off the page by
 * now. Takes the receipt's key; null when we did not sign it. Indexes: the primary keys, those of complainableUntil and heldByNewer.
 */
export async function ownReport(key: string, now = new Date()): Promise<OwnReport | null> {
  const id = reportOfReceipt(key);
  const report = id && (await privateDb.report.findUnique({ where: { id }, select: SHOWN }));
  if (!report) return null;
  const { reason, createdAt, reportCase, complaint } = report;
  const { decidedAt, outcome, comment } = reportCase;
  const { status, ...post } = comment?.post ?? { status: null };
  return {
    reason,
    createdAt,
    decidedAt,
    outcome,
    complaint,
    told: await toldOutcome(privateDb, reportCase),
    complainUntil: complaint ? null : await complainableUntil(privateDb, reportCase, now),
    newerAt: comment && complaint?.outcome === "overturned" ? await heldByNewer(privateDb, contestedBy(complaint, comment.id)) : null,
    post: status === "published" && "slug" in post ? post : null,
  };
}

const OWN = {
  reason: true,
  createdAt: true,
  reportCase: {
    select: {
      decidedAt: true,
      outcome: true,
      comment: { select: { withdrawnAt: true, post: { select: { slug: true, title: true, lang: true, status: true } } } },
    },
  },
  complaint: { select: { createdAt: true, decidedAt: true, outcome: true, answer: true, text: true } },
} as const;

const SHOWN = {
  ...OWN,
  reportCase: {
    select: {
      ...OWN.reportCase.select,
      eventId: true,
      comment: { select: { ...OWN.reportCase.select.comment.select, id: true, status: true } },
    },
  },
  complaint: { select: { ...OWN.complaint.select, id: true, byReporter: true, firstEventId: true } },
} as const;

/** Every report that was sent under an address, to be handed to whose it is (GDPR, article 15). Takes the address's keyed digest. Index: report_contact (email_hash). */
export async function reportsOfAddress(emailHash: Uint8Array<ArrayBuffer>): Promise<object[]> {
  const contacts = await privateDb.reportContact.findMany({
    where: { emailHash },
    select: { name: true, ipPrefix: true, report: { select: { ...OWN, explanation: true } } },
    orderBy: { reportId: "asc" },
    take: MAX_REPORTS,
  });
  return contacts.map(({ name, ipPrefix, report: { reason, explanation, createdAt, reportCase, complaint } }) => ({
    reason,
    explanation,
    sentAt: createdAt,
    name,
    network: ipPrefix,
    outcome: reportCase.outcome,
    decidedAt: reportCase.decidedAt,
    post: reportCase.comment?.post.slug ?? null,
    complaint,
  }));
}

/** More than any one person reports. */
const MAX_REPORTS = 5_000;
