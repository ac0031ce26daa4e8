import { privateDb } from "@/lib/db/private";

/** As long as the longest allowance that is counted (take-turn.ts). */
const KEPT_SECONDS = 86_400;

/**
 * Removes the counts that began more than a day ago: nothing is measured by them any more. Takes the time that counts
 * as now. Returns how many were removed. Index: throttle (started_at).
 */
export async function forgetTurns(now = new Date()): Promise<number> {
  const { count } = await privateDb.throttle.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - KEPT_SECONDS * 1000) } } });
  return count;
}
