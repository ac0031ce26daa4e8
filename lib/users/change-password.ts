import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { endLinks } from "@/lib/users/link";
import { hashPassword } from "@/lib/users/password";
import type { Actor } from "@/lib/users/policy";
import { PASSWORD_WRONG, provePassword } from "@/lib/users/prove";
import { changePasswordInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

/**
 * Changes the actor's own password and ends their other sessions and reset links. Takes the session that stays and
 * the untrusted fields, the present password among them (who finds a browser open must not take the account).
 * Returns `invalid` with `passwordWrong` at `current` among others, or `tooMany` with the time to wait.
 */
export async function changePassword(actor: Actor, sessionId: string | null, input: unknown): Promise<Result> {
  const parsed = changePasswordInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const proven = await provePassword(actor, parsed.data.current);
  if (!proven.ok) return proven;
  const passwordHash = await hashPassword(parsed.data.password);
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: actor.id, passwordHash: proven.passwordHash }, data: { passwordHash } });
    if (!count) return PASSWORD_WRONG;
    await endSessions(tx, actor.id, { but: sessionId });
    await endLinks(tx, actor.id, "password_reset");
    await recordAudit(tx, { actorId: actor.id, act: "user.changePassword", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}
