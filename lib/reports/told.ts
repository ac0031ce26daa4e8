import { isStillOut } from "@/lib/comments/still-out";
import type { CommentStatus, ReportOutcome } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { complainUntil } from "@/lib/statements/policy";

export type ToldOutcome = Exclude<ReportOutcome, "upheld"> | "removed" | "takenOut" | "cut";

/** What was decided on a report, and the reply as it is. */
interface DecidedReport {
  outcome: ReportOutcome | null;
  decidedAt: Date | null;
  /** The ledger's row. */
  eventId: string | null;
  comment: { id: string; status: CommentStatus; withdrawnAt: Date | null } | null;
}

/**
 * Whether a report was followed by taking a part out of the reply alone, which is still out, and the rest on the page. Takes
 * the transaction (or the client). Indexes: those of isStillOut.
 */
export async function wasOnlyCut(tx: Tx, { outcome, eventId, comment }: DecidedReport): Promise<boolean> {
  if (outcome !== "upheld" || !eventId || comment?.status !== "approved" || comment.withdrawnAt) return false;
  return isStillOut(tx, eventId);
}

/**
 * What came of a report, as who sent it is told: where it was followed, whether the reply was removed or a part taken out of
 * it, by the ledger's row that decided; `cut` as long as the rest is on the page. Null while it is open. Takes the
 * transaction (or the client). Indexes: the primary key, that of wasOnlyCut.
 */
export async function toldOutcome(tx: Tx, decided: DecidedReport): Promise<ToldOutcome | null> {
  const { outcome, eventId } = decided;
  if (outcome !== "upheld") return outcome;
  if (await wasOnlyCut(tx, decided)) return "cut";
  const decision = eventId && (await tx.auditEvent.findUnique({ where: { id: eventId }, select: { act: true } }));
  return decision && decision.act === "comment.edit" ? "takenOut" : "removed";
}

/**
 * Until when who sent a report may complain of what came of it (Regulation (EU) 2022/2065, article 20(1)): that the reply
 * was left as it was, or that only a part was taken out of it. Null where they may not, also once the time is over. Takes
 * the transaction (or the client) and the time now. Index: that of wasOnlyCut.
 */
export async function complainableUntil(tx: Tx, decided: DecidedReport, now: Date): Promise<Date | null> {
  const { outcome, decidedAt, comment } = decided;
  const until = decidedAt && complainUntil(decidedAt);
  if (!until || until <= now || !comment || comment.withdrawnAt) return null;
  return outcome === "dismissed" || (await wasOnlyCut(tx, decided)) ? until : null;
}
