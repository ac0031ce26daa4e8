import type { Tx } from "@/lib/db/private";
import { useRecoveryCode } from "@/lib/users/recovery";
import { openSecret, stepOf } from "@/lib/users/totp";

const APP_CODE = /^\d{6}$/;

/**
 * Whether a code is the user's second factor now: one of their app's that was not used yet, or an unused recovery code,
 * which is then used up. Takes the transaction, in which the user's row is locked until the commit, so that no code
 * counts twice (RFC 6238 §5.2). False as well for who has no second factor.
 */
export async function passesSecondFactor(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ sealed: Uint8Array; step: bigint | null }[]>`
    select totp_sealed as sealed, totp_step as step from newsroom_user
    where id = ${userId}::uuid and totp_since is not null for update`;
  if (!row) return false;
  const typed = code.replace(/\s/g, "");
  if (!APP_CODE.test(typed)) return useRecoveryCode(tx, userId, typed);
  const step = stepOf(openSecret(row.sealed, userId), typed, now);
  if (step === null || (row.step !== null && step <= row.step)) return false;
  await tx.user.update({ where: { id: userId }, data: { totpStep: step }, select: { id: true } });
  return true;
}
