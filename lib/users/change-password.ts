import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { takeTurn } from "@/lib/throttle/take-turn";
import { endLinks } from "@/lib/users/link";
import { hashPassword, isPassword } from "@/lib/users/password";
import type { Actor } from "@/lib/users/policy";
import { changePasswordInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

const TRIES = { limit: 10, seconds: 15 * 60 };

/**
 * Changes the actor's own password and ends their other sessions and reset links. Takes the session that stays and
 * the untrusted fields, the present password among them (who finds a browser open must not take the account).
 * Returns `invalid` with `passwordWrong` at `current` among others, or `tooMany` with the time to wait.
 */
export async function changePassword(actor: Actor, sessionId: string, input: unknown): Promise<Result> {
  const parsed = changePasswordInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, [{ name: "change-password", who: actor.id, ...TRIES }]));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  const user = await privateDb.user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  if (!(await isPassword(user?.passwordHash, parsed.data.current))) return wrong;
  const passwordHash = await hashPassword(parsed.data.password);
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: actor.id, passwordHash: user?.passwordHash }, data: { passwordHash } });
    if (!count) return wrong;
    await endSessions(tx, actor.id, { but: sessionId });
    await endLinks(tx, actor.id, "password_reset");
    await recordAudit(tx, { actorId: actor.id, act: "user.changePassword", subject: { type: "user", id: actor.id } });
    return { ok: true };
  });
}

const wrong = { ok: false, error: "invalid", fields: { current: ["passwordWrong"] } } satisfies Result;
