import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** Ends one session of the actor's, at once and for good. Takes the session's id; one that has ended stays as it is. */
export async function signOut(actor: Actor, { sessionId }: { sessionId: string }): Promise<{ ok: true }> {
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId: actor.id, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count) await recordAudit(tx, { actorId: actor.id, act: "user.signOut", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}
