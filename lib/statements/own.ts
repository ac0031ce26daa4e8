import type { CommentStatus, ComplaintOutcome, StatementGround } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { complainUntil } from "@/lib/statements/policy";

/** Why a reply is not public, or not with all that it said, as its author is told, and what can be done about it. */
export interface OwnStatement {
  id: string;
  /** Whether part of the text was taken out, and no more. */
  isEdit: boolean;
  to: CommentStatus;
  wasPublic: boolean;
  ground: StatementGround;
  explanation: string | null;
  isAutomated: boolean;
  wasFlagged: boolean;
  wasReported: boolean;
  toldAt: Date;
  /** Until when a complaint is taken; null when that is over, or there was one. */
  complainUntil: Date | null;
  complaint: OwnComplaint | null;
}

/** What came of a complaint, for who made it. */
export interface OwnComplaint {
  createdAt: Date;
  decidedAt: Date | null;
  outcome: ComplaintOutcome | null;
  answer: string | null;
}

/**
 * The statement of reasons that holds for a reply now: the last decision's, unless that was taken back or another state
 * came after it; that part of its text was taken out, as long as it still is; and after a complaint that was right, so
 * that its author sees the answer. The newest of them. Takes the reply's id, its state and the time now. Indexes:
 * statement (comment_id, id), comment_edit (event_id), comment_edit (comment_id, at).
 */
export async function statementOf(comment: { id: string; status: CommentStatus }, now: Date): Promise<OwnStatement | null> {
  const [whole, part] = [await lastOf(comment.id, false), await lastOf(comment.id, true)];
  const isWhole = whole && (whole.to === comment.status || whole.complaint?.outcome === "overturned");
  const isPart = part && (part.complaint?.outcome === "overturned" || (await isStillOut(comment.id, part.eventId)));
  const [last] = [...(isWhole ? [whole] : []), ...(isPart ? [part] : [])].sort((one, other) => (one.id < other.id ? 1 : -1));
  if (!last) return null;
  const { createdAt, complaint, eventId: _, ...stated } = last;
  const until = complainUntil(createdAt);
  return { ...stated, toldAt: createdAt, complaint, complainUntil: complaint || until <= now ? null : until };
}

async function lastOf(commentId: string, isEdit: boolean) {
  return privateDb.statement.findFirst({ where: { commentId, undoneAt: null, isEdit }, orderBy: { id: "desc" }, select: OWN });
}

/** Whether the text is still the newsroom's since a change of it; once its author has changed it, it is theirs, whoever changes it next. */
async function isStillOut(commentId: string, eventId: string): Promise<boolean> {
  const edit = await privateDb.commentEdit.findUnique({
    where: { eventId, undoneAt: null },
    select: { at: true, comment: { select: { editedByStaff: true } } },
  });
  if (!edit?.comment.editedByStaff) return false;
  const ofOwn = { commentId, undoneAt: null, beforeByStaff: false, at: { gt: edit.at } };
  return (await privateDb.commentEdit.count({ where: ofOwn })) === 0;
}

const OWN = {
  id: true,
  eventId: true,
  isEdit: true,
  to: true,
  wasPublic: true,
  ground: true,
  explanation: true,
  isAutomated: true,
  wasFlagged: true,
  wasReported: true,
  createdAt: true,
  complaint: { select: { createdAt: true, decidedAt: true, outcome: true, answer: true } },
} as const;
