import type { CommentStatus, ComplaintOutcome, StatementGround } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { complainUntil } from "@/lib/statements/policy";

/** Why a reply is not public, as its author is told, and what can be done about it. */
export interface OwnStatement {
  id: string;
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
 * came after it; and after a complaint that was right, so that its author sees the answer. Takes the reply's id, its
 * state and the time now. Index: statement (comment_id, id).
 */
export async function statementOf(comment: { id: string; status: CommentStatus }, now: Date): Promise<OwnStatement | null> {
  const last = await privateDb.statement.findFirst({
    where: { commentId: comment.id, undoneAt: null },
    orderBy: { id: "desc" },
    select: OWN,
  });
  if (!last) return null;
  const { createdAt, complaint, ...stated } = last;
  if (stated.to !== comment.status && complaint?.outcome !== "overturned") return null;
  const until = complainUntil(createdAt);
  return { ...stated, toldAt: createdAt, complaint, complainUntil: complaint || until <= now ? null : until };
}

const OWN = {
  id: true,
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
