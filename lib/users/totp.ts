import { Secret, TOTP } from "otpauth";
import { openSealed, sealText } from "@/lib/seal";

const PERIOD_SECONDS = 30;
/** RFC 6238 §5.2: one step before and after, for clocks that are a little off. */
const STEPS_OFF = 1;
/** RFC 4226 §4 recommends 160 bits. */
const SECRET_BYTES = 20;
const PURPOSE = "users.totp";

/** A new secret of the second factor, in base32 as apps take it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an app reads from the QR code (Google Authenticator's "Key URI Format"). Takes the secret, the site's name and the account's e-mail. */
export function secretUri(secret: string, siteName: string, email: string): string {
  return totpOf(secret, { issuer: siteName.replaceAll(":", " "), label: email }).toString();
}

/** The time step in which the secret makes this code, near to now; null when it is none of its codes. Compared in constant time. */
export function stepOf(secret: string, code: string, now: Date): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: STEPS_OFF });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / (PERIOD_SECONDS * 1000)) + delta);
}

/** A user's secret as the database keeps it: sealed for this user alone. */
export function sealSecret(secret: string, userId: string): Buffer<ArrayBuffer> {
  return sealText(PURPOSE, secret, userId);
}

/** A user's secret as it was before `sealSecret`. Throws for another user's, or one that was changed. */
export function openSecret(sealed: Uint8Array, userId: string): string {
  return openSealed(PURPOSE, sealed, userId);
}

function totpOf(secret: string, named: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...named, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS });
}
