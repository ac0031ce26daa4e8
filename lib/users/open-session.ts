import { recordAudit } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/private";
import type { Sender } from "@/lib/server/bridge";
import { challengeKey } from "@/lib/users/challenge";
import { addressHash } from "@/lib/users/tries";

/** What the first factor leads to: a session, or the question for the second factor. */
export type Entered = { userId: string; sessionId: string; challenge?: undefined } | { challenge: string; sessionId?: undefined };

const MAX_AGENT_CHARS = 300;

/** The account that passed the first factor. */
interface Account {
  id: string;
  passwordHash: string | null;
}

/**
 * What happens to who passed the first factor, by whichever way: a session, or, for who has a second factor, the
 * challenge to give it. Takes the act's transaction. Returns null when the account was deactivated, or its password
 * changed, since it was looked at; it then stays as it is until the commit. Only this and `openSession` begin sessions.
 */
export async function enter(tx: Tx, account: Account, sender: Sender, now: Date): Promise<Entered | null> {
  const [current] = await tx.$queryRaw<{ passwordHash: string; hasSecondFactor: boolean }[]>`
    select password_hash as "passwordHash", totp_since is not null as "hasSecondFactor" from newsroom_user
    where id = ${account.id}::uuid and deactivated_at is null and password_hash = ${account.passwordHash} for share`;
  if (!current) return null;
  if (current.hasSecondFactor) return { challenge: challengeKey(account.id, current.passwordHash, now) };
  return openSession(tx, account.id, sender);
}

/** Begins a session, remembers from where, and leaves an audit row. For who passed every factor that they have. */
export async function openSession(tx: Tx, userId: string, sender: Sender): Promise<Entered> {
  const userAgent = sender.agent.replace(/[^\x20-\x7e]/g, "").slice(0, MAX_AGENT_CHARS);
  const session = await tx.session.create({ data: { userId, userAgent }, select: { id: true } });
  const here = { userId, addressHash: addressHash(sender) };
  await tx.signInAddress.upsert({
    where: { userId_addressHash: here },
    create: here,
    update: { lastAt: new Date() },
    select: { userId: true },
  });
  await recordAudit(tx, { actorId: userId, act: "user.signIn", subject: { type: "user", id: userId } });
  return { userId, sessionId: session.id };
}
