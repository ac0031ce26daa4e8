import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";

/** How a comment waits. */
export interface Waiting {
  minutes: number;
  /** It is a risk, and has waited for longer than that should. */
  isLate: boolean;
}

const RISK_WAITS_MINUTES = 120;

/** The newest reply that waits; null where none does. Index: comment_queue, by its order (desk/find.ts says why). */
export async function newestWaiting(): Promise<{ id: string; createdAt: Date } | null> {
  return privateDb.comment.findFirst({
    where: { status: "pending" },
    orderBy: [{ status: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true },
  });
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
