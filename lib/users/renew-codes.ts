import { recordAudit } from "@/lib/audit/record";
import { type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import type { Actor } from "@/lib/users/policy";
import { withBothFactors } from "@/lib/users/prove";
import { renewRecoveryCodes } from "@/lib/users/recovery";
import { bothFactorsInput } from "@/lib/users/schema";

/**
 * Gives the actor new recovery codes; the old ones open nothing any more. Takes who sends the form, and the untrusted
 * present password and code. Returns the codes, shown this once; `invalid` with `passwordWrong` or `codeWrong`, or `tooMany`.
 */
export async function renewCodes(actor: Actor, sender: Sender, input: unknown, now = new Date()): Promise<Result<{ codes: string[] }>> {
  const parsed = bothFactorsInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const renew = async (tx: Tx): Promise<Result<{ codes: string[] }>> => {
    const codes = await renewRecoveryCodes(tx, actor.id);
    await recordAudit(tx, { actorId: actor.id, act: "user.renewCodes", subject: { type: "user", id: actor.id } });
    return { ok: true, codes };
  };
  return withBothFactors(actor, sender, parsed.data, renew, now);
}
