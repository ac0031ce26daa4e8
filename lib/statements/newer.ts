import { STATUSES } from "@/lib/comments/moderation-schema";
import { MOVES } from "@/lib/comments/move";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";

/** Which complaint is asked about: of a decision on which reply, and after which row what was decided counts as newer. */
export interface Contested {
  commentId: string;
  /** The complaint's own id where a reply's author complains; where a reporter does, the ledger's row of the decision on their report. */
  since: string;
  byReporter: boolean;
}

/** A complaint, as far as it says of which decision it is. */
interface Complained {
  id: string;
  byReporter: boolean;
  firstEventId: string | null;
}

/** What a complaint asks about a reply. Takes it, and the reply's id. */
export function contestedBy({ id, byReporter, firstEventId }: Complained, commentId: string): Contested {
  return { commentId, since: (byReporter && firstEventId) || id, byReporter };
}

/** What was decided on a reply after that, and holds. */
export interface NewerDecision {
  /** The ledger's row. */
  eventId: string;
  at: Date;
  /** What the reply became by it; null where that is about a part of its text. */
  to: CommentStatus | null;
}

/** More than replies of one page are decided on. */
const MAX_EVENTS = 1_000;

/**
 * The newest decisions on replies since decisions that somebody complains of: what overturns those does not touch these,
 * of which nobody complained. Each that moved the reply and was not taken back; and for who reported it, each that
 * answered later reports by taking a part out of its text, or brought one back as a complaint was right. Whoever only took
 * something out may have seen no report, and that later ones were dismissed leaves the reply as it was: these are none.
 * Takes the transaction (or the client). Returns them by `since`.
 * Indexes: audit_event (subject_type, subject_id, id), report_case (event_id).
 */
export async function newerDecisions(tx: Tx, asked: Contested[]): Promise<Map<string, NewerDecision>> {
  if (asked.length === 0) return new Map();
  const after = asked.map(({ commentId, since }) => ({ subjectType: "comment", subjectId: commentId, id: { gt: since } }));
  const found = await tx.auditEvent.findMany({
    where: { act: { in: [...MOVES, ...CHANGES] }, OR: after },
    orderBy: { id: "desc" },
    take: MAX_EVENTS,
    select: { id: true, at: true, act: true, to: true, why: true, subjectId: true },
  });
  const events = found.reverse();
  const cuts = events.filter(({ act }) => act === "comment.edit").map(({ id }) => id);
  const answering = await tx.reportCase.findMany({ where: { eventId: { in: cuts } }, select: { eventId: true } });
  const decided = new Set(answering.map(({ eventId }) => eventId));
  const isChange = ({ id, act, why }: Event) => decided.has(id) || (act === "comment.undoEdit" && why === "complaint");
  const newer = new Map<string, NewerDecision>();
  for (const { commentId, since, byReporter } of asked) {
    const later = events.filter(({ id, subjectId }) => subjectId === commentId && id > since);
    const move = lastInForce(later.filter(({ act }) => MOVES.includes(act)));
    const change = byReporter ? later.findLast(isChange) : undefined;
    const last = move && change ? (move.id > change.id ? move : change) : (move ?? change);
    if (last) newer.set(since, { eventId: last.id, at: last.at, to: STATUSES.find((status) => status === last.to) ?? null });
  }
  return newer;
}

const CHANGES = ["comment.edit", "comment.undoEdit"];

interface Event {
  id: string;
  act: string;
  why: string | null;
}

/** The move that holds of several, oldest first: what takes one back (lib/comments/undo.ts, always the last) leaves the one before that. */
function lastInForce<Move extends Event>(moves: Move[]): Move | undefined {
  const held: (Move | undefined)[] = [];
  for (const [i, move] of moves.entries()) held.push(move.act !== "comment.undo" || i === 0 ? move : held[i - 2]);
  return held.at(-1);
}

/**
 * Since when a newer decision holds because of which a reply is not what a complaint that was right would have made it:
 * public, or for who reported it off the page. Null where it is, was taken back, or its author's own change made it wait.
 * Takes the transaction (or the client). Indexes: the primary key, those of newerDecisions.
 */
export async function heldByNewer(tx: Tx, contested: Contested): Promise<Date | null> {
  const comment = await tx.comment.findUnique({ where: { id: contested.commentId }, select: { status: true, withdrawnAt: true } });
  if (!comment || comment.withdrawnAt || (comment.status === "approved") !== contested.byReporter) return null;
  const newer = (await newerDecisions(tx, [contested])).get(contested.since);
  return newer && (contested.byReporter || newer.to === comment.status) ? newer.at : null;
}
