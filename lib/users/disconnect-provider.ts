import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Forgets who the actor is for the site's OpenID Connect provider, so that another account there can be connected.
 * Returns `notFound` when none was.
 */
export async function disconnectProvider(actor: Actor): Promise<Result> {
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: actor.id, oidcSubject: { not: null } }, data: { oidcSubject: null } });
    if (!count) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "user.disconnectProvider", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}
