import { recordAudit } from "@/lib/audit/record";
import { type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import type { Actor } from "@/lib/users/policy";
import { withBothFactors } from "@/lib/users/prove";
import { bothFactorsInput } from "@/lib/users/schema";

/**
 * Takes the actor's second factor and its recovery codes away. Takes who sends the form, and the untrusted present
 * password and code. Returns `invalid` with `passwordWrong` or `codeWrong`, or `tooMany`.
 */
export async function endSecondFactor(actor: Actor, sender: Sender, input: unknown, now = new Date()): Promise<Result> {
  const parsed = bothFactorsInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const end = async (tx: Tx): Promise<Result> => {
    await removeSecondFactor(tx, actor.id);
    await recordAudit(tx, { actorId: actor.id, act: "user.endSecondFactor", subject: { type: "user", id: actor.id } });
    return { ok: true };
  };
  return withBothFactors(actor, sender, parsed.data, end, now);
}

/** Removes a user's second factor, in the act's transaction. Returns whether there was one. */
export async function removeSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpSince: { not: null } },
    data: { totpSealed: null, totpSince: null, totpStep: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return count === 1;
}
