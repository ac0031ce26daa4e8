import { changesOf } from "@/lib/comments/still-out";
import type { CommentStatus, ComplaintOutcome, StatementGround } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { contestedBy, heldByNewer } from "@/lib/statements/newer";
import { IS_RESTRICTING } from "@/lib/statements/kept";
import { complainUntil } from "@/lib/statements/policy";

/** Why a reply is not public, or not with all that it said, as its author is told, and what can be done about it. */
export interface OwnStatement {
  id: string;
  /** Whether part of the text was taken out, and no more. */
  isEdit: boolean;
  /** Of such a part: whether it is still out. */
  isOut: boolean;
  /** And whether what it said before is shown: it is until the change is taken back. */
  isBeforeShown: boolean;
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
  /** Where a complaint overturned it: since when the reply is not public all the same, as the newsroom decided anew. */
  newerAt: Date | null;
}

/** What came of a complaint, for who made it. */
export interface OwnComplaint {
  createdAt: Date;
  decidedAt: Date | null;
  outcome: ComplaintOutcome | null;
  answer: string | null;
}

/** More than any one reply is restricted. */
const MAX_STATEMENTS = 50;

/**
 * The statements of reasons of a reply that its author is shown, each to be complained of by itself. First what holds now,
 * the newest first: the last decision's on the whole reply, unless it was shown or waits since; and of each part of its
 * text that was taken out, as long as it still is. Then those whose complaint waits or was right, and of a reply that is
 * not public any other, so that its author sees the answer. None that was taken back. Takes the transaction (or the
 * client), the reply's id, its state and the time now. Indexes: statement (comment_id, id), that of changesOf,
 * those of IS_RESTRICTING and heldByNewer.
 */
export async function statementsOf(tx: Tx, comment: { id: string; status: CommentStatus }, now: Date): Promise<OwnStatement[]> {
  const where = { commentId: comment.id, undoneAt: null };
  const stated = await tx.statement.findMany({ where, orderBy: { id: "desc" }, take: MAX_STATEMENTS, select: OWN });
  const restricting = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from statement where comment_id = ${comment.id}::uuid and ${IS_RESTRICTING}`;
  const holds = (id: string) => restricting.some((each) => each.id === id);
  const changes = stated.some(({ isEdit }) => isEdit) ? await changesOf(tx, comment.id) : [];
  const first = stated.filter((each) => holds(each.id) && each.complaint?.outcome !== "overturned");
  const stands = ({ complaint }: (typeof stated)[number]) => complaint?.outcome === "upheld" && comment.status === "approved";
  const then = stated.filter((each) => each.complaint && !first.includes(each) && !stands(each));
  const shown: OwnStatement[] = [];
  for (const { createdAt, complaint, eventId, ...said } of [...first, ...then]) {
    const until = complainUntil(createdAt);
    const overturned =
      complaint?.outcome === "overturned" && !said.isEdit ? contestedBy({ ...complaint, statement: { eventId } }, comment.id) : null;
    const change = changes.find((each) => each.eventId === eventId);
    shown.push({
      ...said,
      isOut: change?.isOut ?? false,
      isBeforeShown: change !== undefined,
      toldAt: createdAt,
      complaint,
      complainUntil: complaint || until <= now ? null : until,
      newerAt: overturned && (await heldByNewer(tx, overturned)),
    });
  }
  return shown;
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
  complaint: { select: { id: true, byReporter: true, firstEventId: true, createdAt: true, decidedAt: true, outcome: true, answer: true } },
} as const;
