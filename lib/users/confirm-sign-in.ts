import { privateDb, type Tx } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { giveTurnBack, takeTurn } from "@/lib/throttle/take-turn";
import { openChallenge, passwordMark, type Challenged } from "@/lib/users/challenge";
import { openSession, type Entered } from "@/lib/users/open-session";
import { confirmSignInInput } from "@/lib/users/schema";
import { passesSecondFactor } from "@/lib/users/second-factor";
import { codeTries, isKnownHere } from "@/lib/users/tries";

/**
 * Begins the session of who passed the first factor, by a code of their app or a recovery code. Takes the challenge's
 * untrusted key and the code. Returns the user's and the session's id; `codeWrong`, for a code that was used before too;
 * `signInExpired` when the challenge is not ours, is too old, or the account is no longer as it was; or `tooMany`.
 * Rule: a code's tries are counted as a password's are, before it is looked at; a success gives its try back.
 */
export async function confirmSignIn(sender: Sender, input: unknown, now = new Date()): Promise<Result<Entered>> {
  const parsed = confirmSignInInput.safeParse(input);
  if (!parsed.success) return { ok: false, error: "codeWrong" };
  const { key, code } = parsed.data;
  const challenged = openChallenge(key, now);
  if (!challenged) return { ok: false, error: "signInExpired" };
  const { userId } = challenged;
  const tries = codeTries(userId, sender, await isKnownHere(privateDb, userId, sender));
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, tries));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  return privateDb.$transaction(async (tx) => {
    if (!(await isStillSo(tx, challenged))) return { ok: false, error: "signInExpired" };
    if (!(await passesSecondFactor(tx, userId, code, now))) return { ok: false, error: "codeWrong" };
    await giveTurnBack(tx, tries);
    return { ok: true, ...(await openSession(tx, userId, sender)) };
  });
}

/** Whether the account is active with the password of the first factor; it then stays so until the commit. */
async function isStillSo(tx: Tx, { userId, passwordMark: mark }: Challenged): Promise<boolean> {
  const [user] = await tx.$queryRaw<{ passwordHash: string }[]>`
    select password_hash as "passwordHash" from newsroom_user
    where id = ${userId}::uuid and deactivated_at is null and password_hash is not null and totp_since is not null for update`;
  return user !== undefined && passwordMark(user.passwordHash) === mark;
}
