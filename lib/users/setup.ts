import { z } from "zod";
import { openSealed, sealText } from "@/lib/seal";

const PURPOSE = "users.totp setup";
const MAX_SECONDS = 15 * 60;
const content = z.object({ secret: z.string(), until: z.number() });

/** A secret on its way: sealed for one user, it lies in their form until a code proves that their app has it. Nothing is stored before. */
export function setupKey(secret: string, userId: string, now: Date): string {
  const until = now.getTime() + MAX_SECONDS * 1000;
  return sealText(PURPOSE, JSON.stringify({ secret, until }), userId).toString("base64url");
}

/** The secret in an untrusted key; null when it is not ours for this user, or older than a quarter of an hour. */
export function openSetup(key: string, userId: string, now: Date): string | null {
  const opened = content.safeParse(unsealed(key, userId));
  return opened.success && opened.data.until > now.getTime() ? opened.data.secret : null;
}

function unsealed(key: string, userId: string): unknown {
  try {
    return JSON.parse(openSealed(PURPOSE, Buffer.from(key, "base64url"), userId));
  } catch (error) {
    // A changed tag, or too few bytes for one: Node throws plain errors for both.
    if (error instanceof Error) return null;
    throw error;
  }
}
