import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { countComments, findPage, placeOf } from "@/lib/comments/desk/find";
import { deskQuery, readDeskPlace, writeDeskPlace, type DeskQuery } from "@/lib/comments/desk/query";
import { decideIn, type Decision } from "@/lib/comments/moderate";
import { decisionInput, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { mayModerate, textVersion } from "@/lib/comments/policy";
import { undoIn } from "@/lib/comments/undo";
import type { BulkRun } from "@/lib/db/generated/client";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import type { Actor } from "@/lib/users/policy";

/** After so long a job hands over to the next, so that none is in the way when the process is asked to end. */
const TURN_MS = 1_500;
const PAGE_OF_EVENTS = 50;

/** A step of a run: what it decides on, and the place it has then come to. */
interface Step {
  place: string;
  decide: (tx: Tx) => Promise<Decision | null>;
}

/**
 * The job `desk.decideOnList`: carries on a run, for a moment, and enqueues itself for the rest. Each comment is decided on in
 * a transaction of its own, together with the run's place in the list: whatever stops it, nothing is decided on twice, and
 * a run that was cancelled goes not a comment further. It ends when its moderator may not moderate any more. Takes the run's id.
 */
export async function workOnRun({ runId }: { runId: string }): Promise<void> {
  const until = Date.now() + TURN_MS;
  for (;;) {
    const run = await privateDb.bulkRun.findUnique({ where: { id: runId }, include: { user: true } });
    if (!run || run.endedAt) return;
    const actor = run.user.deactivatedAt === null && mayModerate(run.user) ? run.user : null;
    const { steps, next } = actor ? await stepsOf(run, actor) : { steps: [], next: null };
    for (const step of steps) if (!(await take(runId, step))) return;
    if (next === null) return end(run, actor === null);
    await privateDb.bulkRun.updateMany({ where: { id: runId, endedAt: null }, data: { place: next } });
    if (Date.now() > until) return handOver(run);
  }
}

/** The next steps of a run, and the place after them; null when these are the last. */
async function stepsOf(run: BulkRun, actor: Actor): Promise<{ steps: Step[]; next: string | null }> {
  if (run.undoesId) return undoing(run, run.undoesId, actor);
  const asked = { ...deskQuery.parse(run.query), after: run.place ? readDeskPlace(run.place) : undefined };
  if (run.total === null && !run.place) await noteTotal(run.id, asked);
  const { page, next } = await findPage(asked);
  const verdict = run.verdict as Verdict;
  const steps = page.map((found) => ({
    place: writeDeskPlace(placeOf(found)),
    decide: (tx: Tx) => decideOn(tx, actor, { id: found.id, verdict, status: asked.status, askedAt: run.askedAt }),
  }));
  return { steps, next: next && writeDeskPlace(next) };
}

interface Asked {
  id: string;
  verdict: Verdict;
  status: DeskQuery["status"];
  askedAt: Date;
}

/** Decides on a comment as it was when the run was asked for; null where it is another by now, or what it would become. */
async function decideOn(tx: Tx, actor: Actor, { id, verdict, status, askedAt }: Asked): Promise<Decision | null> {
  const comment = await tx.comment.findUnique({ where: { id }, select: { status: true, createdAt: true, editedAt: true } });
  const from = status === "all" ? comment?.status : status;
  if (!comment || from === VERDICTS[verdict] || comment.createdAt > askedAt || (comment.editedAt ?? askedAt) > askedAt) return null;
  return decideIn(tx, actor, verdict, decisionInput.parse({ id, from, seen: textVersion(comment.editedAt) }));
}

/** The last decision first. Index: bulk_run_event's primary key (UUIDv7, by time). */
async function undoing(run: BulkRun, undoesId: string, actor: Actor): Promise<{ steps: Step[]; next: string | null }> {
  const events = await privateDb.bulkRunEvent.findMany({
    where: { runId: undoesId, ...(run.place && { eventId: { lt: run.place } }) },
    orderBy: { eventId: "desc" },
    take: PAGE_OF_EVENTS,
  });
  const steps = events.map(({ eventId }) => ({ place: eventId, decide: (tx: Tx) => undoIn(tx, actor, eventId) }));
  return { steps, next: events.length < PAGE_OF_EVENTS ? null : (events.at(-1)?.eventId ?? null) };
}

/** Takes one step, unless the run has ended meanwhile: false. */
async function take(runId: string, { place, decide }: Step): Promise<boolean> {
  return privateDb.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>`select 1 from bulk_run where id = ${runId}::uuid and ended_at is null for no key update`;
    if (open.length === 0) return false;
    const decision = await decide(tx);
    if (decision?.ok) await tx.bulkRunEvent.createMany({ data: [{ runId, eventId: decision.event }], skipDuplicates: true });
    const counted = decision?.ok ? { done: { increment: 1 } } : { skipped: { increment: 1 } };
    await tx.bulkRun.update({ where: { id: runId }, data: { place, ...counted }, select: { id: true } });
    return true;
  });
}

async function noteTotal(id: string, asked: DeskQuery): Promise<void> {
  await privateDb.bulkRun.update({ where: { id }, data: { total: await countComments(asked) }, select: { id: true } });
}

async function end({ id, userId }: BulkRun, isCancelled: boolean): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.bulkRun.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(), isCancelled } });
    await markChanged(tx, tags.runs(userId));
  });
}

async function handOver({ id, userId }: BulkRun): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await enqueue(tx, "desk.decideOnList", { runId: id });
    await markChanged(tx, tags.runs(userId));
  });
}
