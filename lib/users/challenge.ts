import { createHash } from "node:crypto";
import { bytesOfId, expiringKey, idOfBytes, openExpiringKey } from "@/lib/signed-key";

const PURPOSE = "second factor";
const ID_BYTES = 16;

/** How long one may take between the password and the code, in seconds. */
export const CHALLENGE_SECONDS = 10 * 60;

/** Who passed the first factor, and with which password: once that is changed, the challenge opens nothing. */
export interface Challenged {
  userId: string;
  passwordMark: string;
}

/** What stands in the browser between the two factors: a signed key, of no use without a code. */
export function challengeKey(userId: string, passwordHash: string, now: Date): string {
  const payload = Buffer.concat([bytesOfId(userId), Buffer.from(passwordMark(passwordHash), "hex")]);
  return expiringKey(PURPOSE, payload, new Date(now.getTime() + CHALLENGE_SECONDS * 1000));
}

/** What an untrusted key says; null when it is not ours or too old. */
export function openChallenge(key: string, now: Date): Challenged | null {
  const payload = openExpiringKey(PURPOSE, key, now);
  if (!payload) return null;
  return { userId: idOfBytes(payload.subarray(0, ID_BYTES)), passwordMark: payload.subarray(ID_BYTES).toString("hex") };
}

/** Names a password's hash without telling it. */
export function passwordMark(passwordHash: string): string {
  return createHash("sha256").update(passwordHash).digest("hex").slice(0, 16);
}
