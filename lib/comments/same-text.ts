import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { isCut } from "@/lib/comments/moderation-schema";
import type { LockedComment, Moved } from "@/lib/comments/move";
import { textVersion } from "@/lib/comments/policy";
import type { Tx } from "@/lib/db/private";
import { closeReports, isReportedSince } from "@/lib/reports/close";
import type { Refusal, Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** A changed text: whose, and the row of the ledger that says so. */
export interface Edited extends Moved {
  /** How many reports were answered by that. */
  reports?: number;
  /** Where it was changed before, and only answers them now. */
  isSame?: boolean;
  /** Where it put something back: reports are open again that taking that out had answered. */
  isReopened?: true;
}

/** Refuses to answer reports that somebody was not shown (isReportedSince). */
export const REPORTED_SINCE: Refusal = { ok: false, error: "staleVersion", fields: { answers: ["staleVersion"] } };

/** What a change is answered with. Takes the transaction, the comment, and the change's row in the ledger. Indexes: report_case (event_id), report (case_id, id). */
export async function edited(tx: Tx, { id, name, status }: LockedComment, event: string): Promise<Edited> {
  return { ok: true, id, name, to: status, event, reports: await tx.report.count({ where: { reportCase: { eventId: event } } }) };
}

/**
 * What comes of a text of the newsroom that is sent as it stands. Takes the transaction that holds the comment, who sends
 * it, which text they saw, and whether it answers what readers reported, up to which report. Where it is the actor's own last change, the
 * first answer holds for a button that was pressed twice; and where that took something out, it answers now the reports
 * that were open then. Later ones are about what it left. Refuses with `duplicate`, or REPORTED_SINCE. Indexes: comment_edit (comment_id, at),
 * report_case_open, report (case_id, id), statement (event_id).
 */
export async function sendSameText(
  tx: Tx,
  actor: Actor,
  comment: LockedComment,
  { seen, answers, lastReport }: { seen: string; answers: boolean; lastReport?: string },
): Promise<Result<Edited>> {
  const { id: commentId, editedAt: at } = comment;
  const last =
    at && (await tx.commentEdit.findFirst({ where: { commentId, at, undoneAt: null }, select: { eventId: true, beforeAt: true } }));
  const event = last && (await tx.auditEvent.findUnique({ where: { id: last.eventId }, select: { actorId: true, why: true } }));
  if (!last || event?.actorId !== actor.id) return { ok: false, error: "duplicate" };
  const isAgain = seen === textVersion(last.beforeAt);
  if (answers && isCut(event.why) && (isAgain || seen === textVersion(at)) && (await werePendingAt(tx, commentId, at))) {
    if (await isReportedSince(tx, commentId, lastReport)) return REPORTED_SINCE;
    await closeReports(tx, commentId, "upheld", last.eventId);
    await markChanged(tx, tags.settled(commentId, actor.id));
    await tx.statement.updateMany({ where: { eventId: last.eventId }, data: { wasReported: true } });
    return { ...(await edited(tx, comment, last.eventId)), isSame: true };
  }
  return isAgain ? edited(tx, comment, last.eventId) : { ok: false, error: "duplicate" };
}

/** Whether reports of a comment are open, all of which came in before a moment. */
async function werePendingAt(tx: Tx, commentId: string, moment: Date): Promise<boolean> {
  const isLater = { createdAt: { gt: moment } };
  return (await tx.reportCase.count({ where: { commentId, decidedAt: null, reports: { none: isLater } } })) > 0;
}
