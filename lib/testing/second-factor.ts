import { Secret, TOTP } from "otpauth";
import { privateDb } from "@/lib/db/private";
import { newSecret, sealSecret } from "@/lib/users/totp";

/** Gives a user a second factor, as if they had set it up. Returns the secret that their app holds. */
export async function giveSecondFactor(userId: string): Promise<string> {
  const secret = newSecret();
  const data = { totpSealed: sealSecret(secret, userId), totpSince: new Date(), totpStep: null };
  await privateDb.user.update({ where: { id: userId }, data, select: { id: true } });
  return secret;
}

/** The code that an app shows at a time. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}
