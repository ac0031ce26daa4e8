import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { giveTurnBack, takeTurn, type Allowance } from "@/lib/throttle/take-turn";
import { networkOf } from "@/lib/throttle/network";
import { isPassword } from "@/lib/users/password";
import { signInInput } from "@/lib/users/schema";

/** CONTRACT.md 13: so many failed tries within a quarter of an hour. */
const SECONDS = 15 * 60;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 30;

/**
 * Begins a session for who knows an account's password. Takes untrusted e-mail and password.
 * Returns the user's and the session's id; `signInFailed`, the same and after the same work for a wrong password
 * and an unknown, invited or deactivated account; or `tooMany` with the time to wait.
 * Rule: CONTRACT.md 13. A try is counted before the password is looked at, so that many at once are not one;
 * a success gives it back.
 */
export async function signIn(sender: Sender, input: unknown): Promise<Result<{ userId: string; sessionId: string }>> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) return { ok: false, error: "signInFailed" };
  const { email, password } = parsed.data;
  const addressHash = digest("sign-in address", networkOf(sender.ip));
  const user = await findAccount(email, addressHash);
  const tries = triesOf(email, sender, Boolean(user?.signInAddresses.length));
  const turn = await privateDb.$transaction((tx) => takeTurn(tx, tries));
  if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  const isRight = await isPassword(user?.passwordHash, password);
  if (!user || !isRight) return { ok: false, error: "signInFailed" };
  return privateDb.$transaction(async (tx) => {
    if (!(await isStillSo(tx, user))) return { ok: false, error: "signInFailed" };
    await giveTurnBack(tx, tries);
    const session = await tx.session.create({ data: { userId: user.id }, select: { id: true } });
    await rememberAddress(tx, user.id, addressHash);
    await recordAudit(tx, { actorId: user.id, act: "user.signIn", subject: { type: "user", id: user.id } });
    return { ok: true, userId: user.id, sessionId: session.id };
  });
}

/** The account that can sign in by this e-mail, and whether it did so from here before. Index: newsroom_user_email_key. */
async function findAccount(email: string, addressHash: Uint8Array<ArrayBuffer>) {
  return privateDb.user.findFirst({
    where: { email, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true, passwordHash: true, signInAddresses: { where: { addressHash }, select: { userId: true } } },
  });
}

function triesOf(email: string, { ip }: Sender, isKnownHere: boolean): Allowance[] {
  const address = networkOf(ip);
  const account = isKnownHere ? { name: "sign-in.account-here", who: `${email}\n${address}` } : { name: "sign-in.account", who: email };
  return [
    { ...account, limit: TRIES_PER_ACCOUNT, seconds: SECONDS },
    { name: "sign-in.address", who: address, limit: TRIES_PER_ADDRESS, seconds: SECONDS },
  ];
}

/** Whether the account is still active with the password that was compared; it then stays so until the commit. */
async function isStillSo(tx: Tx, { id, passwordHash }: { id: string; passwordHash: string | null }): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from newsroom_user where id = ${id}::uuid and deactivated_at is null and password_hash = ${passwordHash} for share`;
  return rows.length === 1;
}

async function rememberAddress(tx: Tx, userId: string, addressHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.signInAddress.upsert({
    where: { userId_addressHash: { userId, addressHash } },
    create: { userId, addressHash },
    update: { lastAt: new Date() },
    select: { userId: true },
  });
}
