import type { Doer } from "@/lib/audit/record";
import { daysBefore } from "@/lib/days";
import type { CommentStatus, StatementGround } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { UNDO_MINUTES } from "@/lib/reports/close";
import { isDecidedAnew } from "@/lib/statements/policy";

/** A decision on a reply, as its author is told of it; of a change of its text `from` and `to` are what it is. */
export interface Decided {
  commentId: string;
  from: CommentStatus;
  to: CommentStatus;
  /** Whether part of the text was taken out: a restriction, too, of what is public or waits to be. */
  isEdit?: boolean;
  by: Doer;
  /** The ledger's row. */
  eventId: string;
  ground: StatementGround;
  explanation: string | null;
}

/**
 * States why a reply was restricted, where its author can be told (Regulation (EU) 2022/2065, article 17): on the
 * receipt at once, and by mail once the decision can no longer be taken back at the desk. Spam is not mailed: article
 * 17(2) exempts deceptive high-volume commercial content, whose senders use strangers' addresses. Takes the transaction
 * that decides. Does nothing where the decision restricts nothing, or no address is kept. Indexes: the primary keys.
 */
export async function stateReasons(
  tx: Tx,
  { commentId, from, to, isEdit = false, by, eventId, ground, explanation }: Decided,
): Promise<void> {
  if (!isEdit && !isDecidedAnew(from, to, explanation !== null)) return;
  if (!(await tx.commentContact.count({ where: { commentId } }))) return;
  const flags = await tx.commentCheck.count({ where: { commentId, score: { gt: 0 } } });
  // Whoever took a part out may never have seen what was reported: only what that answers led to it.
  const reports = await tx.reportCase.count({ where: { commentId, OR: [{ eventId }, ...(isEdit ? [] : [{ decidedAt: null }])] } });
  const { id } = await tx.statement.create({
    data: {
      commentId,
      eventId,
      to,
      isEdit,
      wasPublic: from === "approved" || (!isEdit && from !== "pending" && (await wasStatedPublic(tx, commentId))),
      ground,
      explanation,
      isAutomated: by.actorId === null,
      wasFlagged: flags > 0,
      wasReported: reports > 0,
    },
    select: { id: true },
  });
  if (to !== "spam") await enqueue(tx, "mail.statement", { statementId: id }, new Date(Date.now() + UNDO_MS));
}

const UNDO_MS = UNDO_MINUTES * 60_000;
/** So long a mail is tried (pg-boss), and it is remembered for longer that it was sent (lib/mail/forget.ts). */
const JOB_DAYS = 14;

/** Whether a reply that is off the page was on it when that was stated last. Index: statement (comment_id, id). */
async function wasStatedPublic(tx: Tx, commentId: string): Promise<boolean> {
  const where = { commentId, undoneAt: null, isEdit: false };
  const last = await tx.statement.findFirst({ where, orderBy: { id: "desc" }, select: { wasPublic: true } });
  return last?.wasPublic ?? false;
}

/**
 * Whether somebody complains of a decision, or did: its reply's author, or who reported it. It is not taken back then:
 * another person answers (article 20(6)). Takes the transaction that holds the reply, and the ledger's row. Indexes:
 * statement (event_id), complaint (statement_id), report_case (event_id), report (case_id, id), complaint (report_id).
 */
export async function isComplainedOf(tx: Tx, eventId: string): Promise<boolean> {
  if (await tx.complaint.count({ where: { statement: { eventId } } })) return true;
  return (await tx.complaint.count({ where: { report: { reportCase: { eventId } } } })) > 0;
}

/** Whether a complaint overturned a decision: its reply's author was right. Takes the transaction that holds the reply, and the ledger's row. Indexes: those of isComplainedOf. */
export async function isOverturned(tx: Tx, eventId: string): Promise<boolean> {
  return (await tx.complaint.count({ where: { outcome: "overturned", statement: { eventId } } })) > 0;
}

/** Takes back what was stated of a decision that is taken back itself. Takes the ledger's row. Index: statement (event_id). */
export async function retractReasons(tx: Tx, eventId: string): Promise<void> {
  await tx.statement.updateMany({ where: { eventId, undoneAt: null }, data: { undoneAt: new Date() } });
}

/**
 * Has the reasons mailed that did not hold when their mail was due, or was tried again, since a decision stood in their way
 * that is taken back now: it was left out then (lib/mail/statement.ts). Each is sent at most once, and none while its own
 * decision can still be taken back. Takes the transaction and the reply's id. Index: statement (comment_id, id).
 */
export async function mailReasonsAgain(tx: Tx, commentId: string): Promise<void> {
  const where = { commentId, undoneAt: null, to: { not: "spam" as const }, createdAt: { gt: daysBefore(new Date(), JOB_DAYS) } };
  const stated = await tx.statement.findMany({ where, select: { id: true, createdAt: true } });
  for (const { id, createdAt } of stated) await enqueue(tx, "mail.statement", { statementId: id }, new Date(createdAt.getTime() + UNDO_MS));
}
