import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";
import { endSessionInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

/**
 * Ends one of the actor's sessions in another browser, at once. Takes the untrusted session's id.
 * Returns `invalid`, or `notFound` when the actor has no such open session.
 */
export async function endOwnSession(actor: Actor, input: unknown): Promise<Result> {
  const parsed = endSessionInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { sessionId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId: actor.id, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (!count) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "user.endSession", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}

/** Ends every session of the actor's but this one. Takes the id of the session that stays. */
export async function endOtherSessions(actor: Actor, sessionId: string | null): Promise<{ ok: true }> {
  return privateDb.$transaction(async (tx) => {
    await endSessions(tx, actor.id, { but: sessionId });
    await recordAudit(tx, { actorId: actor.id, act: "user.endOtherSessions", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}
