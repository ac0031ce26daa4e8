import { z } from "zod";
import { deskQuery } from "@/lib/comments/desk/query";
import { verdict, VERDICTS } from "@/lib/comments/moderation-schema";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const runInput = z.object({
  verdict,
  query: z.record(z.string(), z.string()),
});

/**
 * Decides on everything that a list holds, all its pages: a job does it (lib/comments/runs/work.ts), and leaves out what was
 * sent, changed or decided otherwise after this moment. Takes untrusted `{ verdict, query }`, the query as the list's page
 * takes it. Returns the run's id; or `forbidden`, or `invalid`: no such verdict, one that says what the list is already, or a
 * query in which something typed cannot be read, since the list then showed nothing.
 */
export async function startRun(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = runInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { verdict, query } = parsed.data;
  const asked = deskQuery.safeParse(query);
  if (!asked.success) return invalid(asked.error);
  if (asked.data.status === VERDICTS[verdict]) return { ok: false, error: "invalid", fields: { verdict: ["invalidChoice"] } };
  const { after: _page, ...whole } = query;
  return begin(actor, { verdict, query: whole });
}

/**
 * Takes back what a run decided and nobody decided on since, by a run of its own. Takes untrusted `{ id }`. Returns that
 * one's id, also when it was asked for before; or `forbidden`, `notFound`, or `wrongStatus` while the run is under way.
 */
export async function undoRun(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { data } = runName.safeParse(input);
  const run = data && (await privateDb.bulkRun.findUnique({ where: data }));
  if (!run || run.undoesId) return { ok: false, error: "notFound" };
  if (!run.endedAt) return { ok: false, error: "wrongStatus" };
  return begin(actor, { verdict: "undo", query: {}, undoesId: run.id, total: run.done });
}

/**
 * Stops a run where it is: what it decided stays, and can be taken back. Takes untrusted `{ id }`. One that has ended is left
 * as it is. Refuses with `forbidden` or `notFound`.
 */
export async function cancelRun(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { data } = runName.safeParse(input);
  if (!data) return { ok: false, error: "notFound" };
  await privateDb.bulkRun.updateMany({ where: { ...data, endedAt: null }, data: { endedAt: new Date(), isCancelled: true } });
  return { ok: true };
}

const runName = z.object({ id: z.uuid() });

interface Begun {
  verdict: string;
  query: Record<string, string>;
  undoesId?: string;
  total?: number;
}

/** A run is taken back once: who asks for it a second time gets the first. */
async function begin(actor: Actor, run: Begun): Promise<Result<{ id: string }>> {
  return privateDb.$transaction(async (tx) => {
    const [made] = await tx.bulkRun.createManyAndReturn({
      data: [{ ...run, userId: actor.id }],
      select: { id: true },
      skipDuplicates: true,
    });
    const { id } = made ?? (await tx.bulkRun.findUniqueOrThrow({ where: { undoesId: run.undoesId }, select: { id: true } }));
    if (made) await enqueue(tx, "desk.decideOnList", { runId: id });
    return { ok: true, id } as const;
  });
}
