import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";
import { provePassword } from "@/lib/users/prove";
import { currentPasswordInput } from "@/lib/users/schema";
import { setupKey } from "@/lib/users/setup";
import { newSecret, secretUri } from "@/lib/users/totp";

/** A secret that waits for its first code, as it is shown once, and the key under which the form carries it on. */
export interface Setup {
  key: string;
  secret: string;
  /** What the QR code says. */
  uri: string;
}

/**
 * Begins to give the actor a second factor: makes a secret for their app, which counts once `confirmSecondFactor` saw a
 * code of it. Takes the untrusted present password and the site's name, by which the app lists it. Returns the
 * secret; `invalid`, `tooMany`, or `setupExpired` when there
 * is a second factor already.
 */
export async function beginSecondFactor(actor: Actor, input: unknown, siteName: string, now = new Date()): Promise<Result<Setup>> {
  const parsed = currentPasswordInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const proven = await provePassword(actor, parsed.data.current);
  if (!proven.ok) return proven;
  const { email, totpSince } = await privateDb.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, totpSince: true },
  });
  if (totpSince) return { ok: false, error: "setupExpired" };
  const secret = newSecret();
  return { ok: true, secret, uri: secretUri(secret, siteName, email), key: setupKey(secret, actor.id, now) };
}
