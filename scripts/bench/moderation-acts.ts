import { timeRead } from "./reads";
import type { Actor } from "@/lib/users/policy";

/** A decision within this time lets the next comment come at once. */
const QUICK_MS = 100;

/** Measures a single decision with its undo, and a decision on all that waits with its undo, which leave everything as it was. */
export async function benchActs(moderator: Actor): Promise<void> {
  const { approveComment } = await import("@/lib/comments/moderate");
  const { moderationQueue } = await import("@/lib/comments/newsroom");
  const { undoDecisions } = await import("@/lib/comments/undo");
  const queue = await moderationQueue(moderator, {});
  if (!queue.ok) throw new Error(queue.error);
  const waiting = queue.comments.map(({ id }) => id);
  const events: string[] = [];
  await timeRead("one decision", QUICK_MS, async () => {
    const decided = await approveComment(moderator, { id: waiting.pop() });
    if (!decided.ok) throw new Error(decided.error);
    events.push(decided.event);
    return decided;
  });
  await timeRead("its undo", QUICK_MS, () => undoDecisions(moderator, { events: [events.pop()] }));
  await benchRun(moderator);
}

/** What the job of a decision on a whole list does, from its beginning to its end. */
async function benchRun(moderator: Actor): Promise<void> {
  const { startRun, undoRun } = await import("@/lib/comments/runs/start");
  const { workOnRun } = await import("@/lib/comments/runs/work");
  const { privateDb } = await import("@/lib/db/private");
  const timed = async (name: string, begun: Awaited<ReturnType<typeof startRun>>) => {
    if (!begun.ok) throw new Error(begun.error);
    const { id } = begun;
    const started = performance.now();
    for (;;) {
      await workOnRun({ runId: id });
      const { endedAt, done } = await privateDb.bulkRun.findUniqueOrThrow({ where: { id }, select: { endedAt: true, done: true } });
      if (!endedAt) continue;
      const seconds = (performance.now() - started) / 1000;
      console.log(`  ${name}: ${done} in ${seconds.toFixed(1)} s, ${((1000 * seconds) / Math.max(1, done)).toFixed(1)} ms each`);
      return id;
    }
  };
  const id = await timed("a decision on all that waits", await startRun(moderator, { verdict: "trash", query: { status: "pending" } }));
  await timed("its undo", await undoRun(moderator, { id }));
}
