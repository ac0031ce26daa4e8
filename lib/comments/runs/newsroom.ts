import { isVerdict, type Verdict } from "@/lib/comments/moderation-schema";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** How a run stands. */
export interface ListedRun {
  id: string;
  verdict: Verdict | "undo";
  state: "running" | "ended" | "cancelled";
  done: number;
  skipped: number;
  /** How many it may become; null where that is not known. */
  total: number | null;
  mayBeUndone: boolean;
}

const MOST_SHOWN = 3;
/** In milliseconds: so long the desk shows a run that has ended, and its Undo. */
const SHOWN_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/** The actor's runs of the last hour and those under way, the newest first (at most three); none for whom may not moderate. Index: bulk_run (user_id, asked_at). */
export async function ownRuns(actor: Actor, now = new Date()): Promise<ListedRun[]> {
  if (!mayModerate(actor)) return [];
  const since = new Date(now.getTime() - SHOWN_MS);
  const runs = await privateDb.bulkRun.findMany({
    where: { userId: actor.id, OR: [{ endedAt: null }, { endedAt: { gt: since } }] },
    include: { undoneBy: { select: { id: true } } },
    orderBy: { askedAt: "desc" },
    take: MOST_SHOWN,
  });
  return runs.map(({ id, verdict, endedAt, isCancelled, undoneBy, undoesId, done, skipped, total }) => ({
    ...{ id, done, skipped, total, verdict: isVerdict(verdict) ? verdict : "undo" },
    state: endedAt ? (isCancelled ? "cancelled" : "ended") : "running",
    mayBeUndone: endedAt !== null && undoneBy === null && undoesId === null && done > 0,
  }));
}

/** Forgets the runs of more than 30 days ago; the ledger keeps what they decided. Run by the clock (lib/jobs/worker.ts). Index: bulk_run (asked_at). */
export async function forgetRuns(now = new Date()): Promise<void> {
  await privateDb.bulkRun.deleteMany({ where: { askedAt: { lt: new Date(now.getTime() - KEPT_MS) }, endedAt: { not: null } } });
}
