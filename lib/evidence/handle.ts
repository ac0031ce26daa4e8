import { z } from "zod";
import type { Act } from "@/lib/audit/acts";
import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import { openContents, type Contents } from "@/lib/evidence/contents";
import { evidenceUntil, mayOpenEvidence } from "@/lib/evidence/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const evidenceInput = z.object({ id: z.uuid("notFound") });

/** A row of evidence, sealed. */
interface Frozen {
  id: string;
  sealed: Uint8Array;
}

/**
 * Shows what was frozen, and leaves in the ledger who looked. Takes untrusted `{ id }`, the evidence's. Returns it; or
 * `forbidden`, `invalid`, `notFound`.
 */
export async function showEvidence(actor: Actor, input: unknown): Promise<Result<{ id: string; contents: Contents }>> {
  const shown = await handle(actor, "evidence.show", input);
  return shown.ok ? { ok: true, id: shown.id, contents: openContents(shown.id, shown.sealed) } : shown;
}

/** Keeps what was frozen for another while, from now on, as when the authorities asked to. Takes and refuses as `showEvidence` does. */
export async function keepEvidence(actor: Actor, input: unknown, now = new Date()): Promise<Result> {
  return handle(actor, "evidence.keep", input, (tx, id) =>
    tx.evidence.update({ where: { id }, data: { keptUntil: evidenceUntil(now) }, select: { id: true } }),
  );
}

/** Deletes what was frozen, for good, when it is over; the reply itself stays what it is. Takes and refuses as `showEvidence` does. */
export async function deleteEvidence(actor: Actor, input: unknown): Promise<Result> {
  return handle(actor, "evidence.delete", input, (tx, id) => tx.evidence.delete({ where: { id }, select: { id: true } }));
}

async function handle(actor: Actor, act: Act, input: unknown, work?: (tx: Tx, id: string) => Promise<unknown>): Promise<Result<Frozen>> {
  if (!mayOpenEvidence(actor)) return { ok: false, error: "forbidden" };
  const parsed = evidenceInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result<Frozen>> => {
    const [frozen] = await tx.$queryRaw<Frozen[]>`select id::text as id, sealed from evidence where id = ${id}::uuid for update`;
    if (!frozen) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act, subject: { type: "evidence", id } });
    await work?.(tx, id);
    return { ok: true, ...frozen };
  });
}
