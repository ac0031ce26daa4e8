import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";

/** How a comment waits. */
export interface Waiting {
  minutes: number;
  /** It is a risk, and has waited for longer than that should. */
  isLate: boolean;
}

const RISK_WAITS_MINUTES = 120;

/** When the newest reply was sent that waits; null where none does. Index: comment_queue. */
export async function newestWaiting(): Promise<Date | null> {
  const newest = await privateDb.comment.findFirst({
    where: { status: "pending" },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return newest?.createdAt ?? null;
}

/** How a comment waits; null of one that does not. Takes it, from which score on a comment is doubtful, and the time that counts as now. */
export function waitingOf(
  { status, createdAt, isReported, score }: { status: CommentStatus; createdAt: Date; isReported: boolean; score: number },
  doubtfulScore: number,
  now: Date,
): Waiting | null {
  if (status !== "pending") return null;
  const minutes = Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / 60_000));
  return { minutes, isLate: (isReported || score >= doubtfulScore) && minutes >= RISK_WAITS_MINUTES };
}
