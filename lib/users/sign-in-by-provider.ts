import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { enter, type Entered } from "@/lib/users/open-session";
import { providerClaims } from "@/lib/users/schema";

/**
 * Signs in who the site's OpenID Connect provider vouches for (OpenID Connect Core §3.1.3.7 has been checked by then):
 * the colleague whom it signed in before, or else the one whose e-mail it says is verified, whose account is connected
 * with it by that. Nobody gets an account this way, and an invitation is taken up by its link first. Takes the
 * provider's issuer, since a subject is unique there only (§2), and the untrusted claims. Returns what `signIn` does, the challenge for the second factor too; or `signInFailed`.
 */
export async function signInByProvider(sender: Sender, issuer: string, claims: unknown, now = new Date()): Promise<Result<Entered>> {
  const parsed = providerClaims.safeParse(claims);
  if (!parsed.success) return { ok: false, error: "signInFailed" };
  const { sub, email, email_verified: isVerified } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const known = await findUser(tx, { oidcSubject: `${issuer} ${sub}` });
    const user = known ?? (email && isVerified ? await connect(tx, email, issuer, sub) : null);
    const entered = user && (await enter(tx, user, sender, now));
    return entered ? { ok: true, ...entered } : { ok: false, error: "signInFailed" };
  });
}

/** Connects the account of an address with a provider's subject; null when there is none, or it belongs to another of its subjects. */
async function connect(tx: Tx, email: string, issuer: string, sub: string) {
  const user = await findUser(tx, { email });
  if (!user) return null;
  const isFree = { OR: [{ oidcSubject: null }, { NOT: { oidcSubject: { startsWith: `${issuer} ` } } }] };
  const { count } = await tx.user.updateMany({ where: { id: user.id, ...isFree }, data: { oidcSubject: `${issuer} ${sub}` } });
  if (!count) return null;
  await recordAudit(tx, { actorId: user.id, act: "user.connectProvider", subject: { type: "user", id: user.id } });
  return user;
}

/** Indexes: newsroom_user_oidc_subject_key, newsroom_user_email_key. */
function findUser(tx: Tx, who: { oidcSubject: string } | { email: string }) {
  return tx.user.findFirst({
    where: { ...who, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true, passwordHash: true },
  });
}
