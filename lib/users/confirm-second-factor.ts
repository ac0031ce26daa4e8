import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";
import { renewRecoveryCodes } from "@/lib/users/recovery";
import { confirmSecondFactorInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";
import { openSetup } from "@/lib/users/setup";
import { sealSecret, stepOf } from "@/lib/users/totp";

/**
 * Gives the actor their second factor, once a code shows that their app has the secret. Their other sessions, which
 * were begun without it, end. Takes the session that stays, and the untrusted key of `beginSecondFactor` and code.
 * Returns the recovery codes, shown this once; `invalid` with `codeWrong`, or `setupExpired` when the key is too old
 * or a second factor is there already.
 */
export async function confirmSecondFactor(
  actor: Actor,
  sessionId: string | null,
  input: unknown,
  now = new Date(),
): Promise<Result<{ codes: string[] }>> {
  const parsed = confirmSecondFactorInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const secret = openSetup(parsed.data.setup, actor.id, now);
  if (!secret) return { ok: false, error: "setupExpired" };
  const step = stepOf(secret, parsed.data.code.replace(/\s/g, ""), now);
  if (step === null) return { ok: false, error: "invalid", fields: { code: ["codeWrong"] } };
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, totpSince: null },
      // The code that was typed here is used up.
      data: { totpSealed: sealSecret(secret, actor.id), totpSince: now, totpStep: step },
    });
    if (!count) return { ok: false, error: "setupExpired" };
    const codes = await renewRecoveryCodes(tx, actor.id);
    await endSessions(tx, actor.id, { but: sessionId });
    await recordAudit(tx, { actorId: actor.id, act: "user.beginSecondFactor", subject: { type: "user", id: actor.id } });
    return { ok: true, codes };
  });
}
