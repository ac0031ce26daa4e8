import { randomInt } from "node:crypto";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";

const CODES = 10;
/** Crockford's base32 in small letters: nothing that reads as something else. 16 of them are 80 bits. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const GROUPS = 4;
const GROUP_CHARS = 4;

/**
 * Gives a user new recovery codes in the place of all earlier ones, in the act's transaction. Returns them as they are
 * shown, this once; only keyed digests are kept. Index: recovery_code's primary key.
 */
export async function renewRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: hashOf(userId, code) })) });
  return codes;
}

/** Uses a recovery code up. Takes the code as typed; false when the user has no such code left. Of two at once one counts. */
export async function useRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: hashOf(userId, code), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

function newCode(): string {
  const group = () => Array.from({ length: GROUP_CHARS }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** 80 random bits need no slow hash: a look into the database does not open them, and nobody tries them all. */
function hashOf(userId: string, code: string): Buffer<ArrayBuffer> {
  return digest("users.recovery", `${userId}\n${code.toLowerCase().replace(/[^0-9a-z]/g, "")}`);
}
