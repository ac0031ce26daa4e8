import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { removeSecondFactor } from "@/lib/users/end-second-factor";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { userInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

/**
 * Takes away the second factor of a colleague who lost phone and recovery codes; their sessions end. Takes the untrusted
 * user's id. Returns `forbidden`, for oneself too (that takes a code: `endSecondFactor`), `invalid`, or `notFound` when
 * there is no second factor.
 */
export async function resetSecondFactor(actor: Actor, input: unknown): Promise<Result> {
  if (!mayManageUsers(actor)) return { ok: false, error: "forbidden" };
  const parsed = userInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { userId } = parsed.data;
  if (userId === actor.id) return { ok: false, error: "forbidden" };
  return privateDb.$transaction(async (tx) => {
    if (!(await removeSecondFactor(tx, userId))) return { ok: false, error: "notFound" };
    await endSessions(tx, userId);
    await recordAudit(tx, { actorId: actor.id, act: "user.resetSecondFactor", subject: { type: "user", id: userId } });
    return { ok: true };
  });
}
