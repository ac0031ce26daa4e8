import { STATUSES } from "@/lib/comments/moderation-schema";
import { IS_STILL_OUT } from "@/lib/comments/still-out";
import { MOVES } from "@/lib/comments/move";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { isDecidedAnew } from "@/lib/statements/policy";

/** Which complaint is asked about: of which decision on which reply. */
export interface Contested {
  commentId: string;
  complaintId: string;
  byReporter: boolean;
  /** The ledger's row of the decision. */
  eventId: string | null;
}

/** A complaint, as far as it says of which decision it is. */
interface Complained {
  id: string;
  byReporter: boolean;
  firstEventId: string | null;
  statement?: { eventId: string } | null;
}

/** What a complaint asks about a reply. Takes it, and the reply's id. */
export function contestedBy({ id, byReporter, firstEventId, statement }: Complained, commentId: string): Contested {
  return { commentId, complaintId: id, byReporter, eventId: statement?.eventId ?? firstEventId };
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
 * The newest decisions on replies since somebody complained of others: what overturns those does not touch these, of which
 * nobody complained. Each that published the reply, or that is stated (isDecidedAnew), and was not taken back: whoever tidies
 * the lists of what is not public found nothing against it, nor, for who reported it, who lets it wait to be read again. And for who reported it, each that
 * answered later reports by taking out a part of its text that is still out, or brought one back as a complaint was right.
 * Whoever only took something out may have seen no report, and that later ones were dismissed leaves the reply as it was:
 * these are none. Takes the transaction (or the client). Returns them by the complaint's id.
 * Indexes: audit_event (subject_type, subject_id, id), report_case (event_id), comment_edit (event_id), that of IS_STILL_OUT, the primary keys.
 */
export async function newerDecisions(tx: Tx, asked: Contested[]): Promise<Map<string, NewerDecision>> {
  if (asked.length === 0) return new Map();
  const after = asked.map(({ commentId, complaintId }) => ({ subjectType: "comment", subjectId: commentId, id: { gt: complaintId } }));
  const found = await tx.auditEvent.findMany({
    where: { act: { in: [...MOVES, ...CHANGES] }, OR: after },
    orderBy: { id: "desc" },
    take: MAX_EVENTS,
    select: { id: true, at: true, act: true, from: true, to: true, why: true, subjectId: true },
  });
  const events = found.reverse().map(({ from, to, ...event }) => ({ ...event, from: statusOf(from), to: statusOf(to) }));
  const answering = await cutsThatAnswer(
    tx,
    events.flatMap(({ act, id }) => (act === "comment.edit" ? id : [])),
  );
  const ids = asked.map(({ commentId }) => commentId);
  const shown = await tx.comment.findMany({ where: { id: { in: ids }, status: { in: ["approved", "pending"] } }, select: { id: true } });
  const isShown = new Set(shown.map(({ id }) => id));
  const newer = new Map<string, NewerDecision>();
  for (const { commentId, complaintId, byReporter, eventId } of asked) {
    const later = events.filter(({ id, subjectId }) => subjectId === commentId && id > complaintId && id !== eventId);
    // Ids of two instances whose clocks differ do not tell which was later: what published a hidden reply came before.
    const move = inForce(later.filter(({ act }) => MOVES.includes(act))).findLast(
      ({ from, to, why }) =>
        from &&
        to &&
        !(byReporter && to === "pending") &&
        (isDecidedAnew(from, to, why === "reasonGiven") || (to === "approved" && isShown.has(commentId))),
    );
    const isChange = ({ id, act, why }: Event) => answering.has(id) || (act === "comment.undoEdit" && why === "complaint");
    const change = byReporter ? later.findLast(isChange) : undefined;
    const last = move && change ? (move.id > change.id ? move : change) : (move ?? change);
    if (last) newer.set(complaintId, { eventId: last.id, at: last.at, to: last.to });
  }
  return newer;
}

const CHANGES = ["comment.edit", "comment.undoEdit"];

interface Event {
  id: string;
  act: string;
  why: string | null;
}

function statusOf(said: unknown): CommentStatus | null {
  return STATUSES.find((status) => status === said) ?? null;
}

/** Which changes of texts answered reports, and what they took out is still out. */
async function cutsThatAnswer(tx: Tx, eventIds: string[]): Promise<Set<string>> {
  const answering = await tx.$queryRaw<{ eventId: string }[]>`
    select event_id::text as "eventId" from comment_edit where event_id = any(${eventIds}::uuid[]) and ${IS_STILL_OUT}
      and (select true from report_case where report_case.event_id = comment_edit.event_id limit 1)`;
  return new Set(answering.map(({ eventId }) => eventId));
}

/** Of several moves, oldest first, those that hold: what takes one back (lib/comments/undo.ts, always the last) leaves those before that. */
function inForce<Move extends Event>(moves: Move[]): Move[] {
  const held: Move[][] = [];
  for (const [i, move] of moves.entries())
    held.push(move.act !== "comment.undo" || i === 0 ? [...(held[i - 1] ?? []), move] : (held[i - 2] ?? []));
  return held.at(-1) ?? [];
}

/**
 * Since when a newer decision holds because of which a reply is not what a complaint that was right would have made it:
 * public, or for who reported it off the page. Null where it is, was taken back, or its author's own change made it wait.
 * Takes the transaction (or the client). Indexes: the primary key, those of newerDecisions.
 */
export async function heldByNewer(tx: Tx, contested: Contested): Promise<Date | null> {
  const comment = await tx.comment.findUnique({ where: { id: contested.commentId }, select: { status: true, withdrawnAt: true } });
  if (!comment || comment.withdrawnAt || (comment.status === "approved") !== contested.byReporter) return null;
  const newer = (await newerDecisions(tx, [contested])).get(contested.complaintId);
  return newer && (contested.byReporter || newer.to !== "approved") ? newer.at : null;
}
