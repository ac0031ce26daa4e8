import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { giveTurnBack, takeTurn } from "@/lib/throttle/take-turn";
import { enter, type Entered } from "@/lib/users/open-session";
import { isPassword } from "@/lib/users/password";
import { signInInput } from "@/lib/users/schema";
import { addressHash, passwordTries } from "@/lib/users/tries";

/**
 * Begins a session for who knows an account's password, or, where the account has a second factor, asks for that.
 * Takes untrusted e-mail and password. Returns the user's and the session's id, or the challenge for `confirmSignIn`;
 * `signInFailed`, the same and after the same work for a wrong password and an unknown, invited or deactivated
 * account; or `tooMany` with the time to wait.
 * Rule: CONTRACT.md 13. A try is counted before the password is looked at, so that many at once are not one;
 * a success gives it back.
 */
export async function signIn(sender: Sender, input: unknown, now = new Date()): Promise<Result<Entered>> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) return { ok: false, error: "signInFailed" };
  const { email, password } = parsed.data;
  const user = await findAccount(email, sender);
  const tries = passwordTries(email, sender, Boolean(user?.signInAddresses.length));
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, tries));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  const isRight = await isPassword(user?.passwordHash, password);
  if (!user || !isRight) return { ok: false, error: "signInFailed" };
  return privateDb.$transaction(async (tx) => {
    const entered = await enter(tx, user, sender, now);
    if (!entered) return { ok: false, error: "signInFailed" };
    await giveTurnBack(tx, tries);
    return { ok: true, ...entered };
  });
}

/** The account that can sign in by this e-mail, and whether it did so from here before. Index: newsroom_user_email_key. */
async function findAccount(email: string, sender: Sender) {
  return privateDb.user.findFirst({
    where: { email, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true, passwordHash: true, signInAddresses: { where: { addressHash: addressHash(sender) }, select: { userId: true } } },
  });
}
