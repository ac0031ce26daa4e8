import { privateDb, type Tx } from "@/lib/db/private";
import type { Refusal, Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { giveTurnBack, takeTurn } from "@/lib/throttle/take-turn";
import { isPassword } from "@/lib/users/password";
import type { Actor } from "@/lib/users/policy";
import { passesSecondFactor } from "@/lib/users/second-factor";
import { codeTries, isKnownHere } from "@/lib/users/tries";

const PASSWORD_TRIES = { limit: 10, seconds: 15 * 60 };

/**
 * Lets the actor prove that it is them who sits there, by their present password: who finds a browser open must not
 * take the account. Takes what was typed at `current`. Returns the hash that it was compared with; `invalid` with
 * `passwordWrong`, or `tooMany` with the time to wait.
 */
export async function provePassword(actor: Actor, current: string): Promise<Result<{ passwordHash: string }>> {
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, [{ name: "change-password", who: actor.id, ...PASSWORD_TRIES }]));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  const user = await privateDb.user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const isRight = await isPassword(user?.passwordHash, current);
  return isRight && user?.passwordHash ? { ok: true, passwordHash: user.passwordHash } : PASSWORD_WRONG;
}

/** The refusal of a wrong present password. */
export const PASSWORD_WRONG: Refusal = { ok: false, error: "invalid", fields: { current: ["passwordWrong"] } };

/**
 * Does something that asks for password and second factor. Takes the actor, who sends the form, the password typed at
 * `current` and the `code`, and what to do in the transaction in which the code is used up. Returns what that returns;
 * `invalid` with `passwordWrong` or `codeWrong`, or `tooMany`; a right code gives its try back.
 */
export async function withBothFactors<T>(
  actor: Actor,
  sender: Sender,
  { current, code }: { current: string; code: string },
  work: (tx: Tx) => Promise<Result<T>>,
  now: Date,
): Promise<Result<T>> {
  const proven = await provePassword(actor, current);
  if (!proven.ok) return proven;
  const tries = codeTries(actor.id, sender, await isKnownHere(privateDb, actor.id, sender));
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, tries));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  return privateDb.$transaction(async (tx) => {
    if (!(await passesSecondFactor(tx, actor.id, code, now))) return { ok: false, error: "invalid", fields: { code: ["codeWrong"] } };
    await giveTurnBack(tx, tries);
    return work(tx);
  });
}
