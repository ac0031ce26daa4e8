import { daysAfter, daysBefore } from "@/lib/days";
import type { Tx } from "@/lib/db/private";
import { ANSWER_DAYS, COMPLAINT_DAYS, complainUntil } from "@/lib/statements/policy";

/**
 * Whether a comment must stay as somebody complains of a decision on it, was answered just now, or may still: its author's 184 days go on, but
 * for spam, whose sender the law does not protect so (lib/comments/forget.ts keeps the same). Takes the transaction, the
 * comment's id and the time now. Returns why, and until when if that is known; null when it may go. Indexes: complaint
 * (statement_id), statement (comment_id, id).
 */
export async function keptForComplaints(tx: Tx, commentId: string, now: Date) {
  const about = { OR: [{ statement: { commentId } }, { report: { reportCase: { commentId } } }] };
  if (await tx.complaint.count({ where: { decidedAt: null, ...about } })) return { why: "complained", until: null } as const;
  const answered = await tx.complaint.findFirst({
    where: { decidedAt: { gt: daysBefore(now, ANSWER_DAYS) }, statement: { commentId } },
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  if (answered?.decidedAt) return { why: "answered", until: daysAfter(answered.decidedAt, ANSWER_DAYS) } as const;
  const since = daysBefore(now, COMPLAINT_DAYS);
  const last = await tx.statement.findFirst({
    where: { commentId, undoneAt: null, to: { not: "spam" }, createdAt: { gt: since }, complaint: null },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return last && ({ why: "complainable", until: complainUntil(last.createdAt) } as const);
}
