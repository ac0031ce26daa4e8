import type { CommentStatus } from "@/lib/db/generated/enums";

/** How a comment waits. */
export interface Waiting {
  minutes: number;
  /** Readers reported it. */
  isReported: boolean;
  /** It is a risk, and has waited for longer than that should. */
  isLate: boolean;
}

/** The urgency of what is reported (migration "comment_urgency"). */
const REPORTED = -1000;
const RISK_WAITS_MINUTES = 120;

/** How a comment waits; null of one that does not. Takes it, from which score on a comment is doubtful, and the time that counts as now. */
export function waitingOf(
  { status, createdAt, urgency, score }: { status: CommentStatus; createdAt: Date; urgency: number; score: number },
  doubtfulScore: number,
  now: Date,
): Waiting | null {
  if (status !== "pending") return null;
  const minutes = Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / 60_000));
  const isReported = urgency <= REPORTED;
  return { minutes, isReported, isLate: (isReported || score >= doubtfulScore) && minutes >= RISK_WAITS_MINUTES };
}
