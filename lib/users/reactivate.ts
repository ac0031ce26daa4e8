import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { userInput } from "@/lib/users/schema";

/**
 * Lets a deactivated user in again, with the password and role of before; ended sessions stay ended. Takes the
 * untrusted user's id. Returns `forbidden`, `invalid`, or `notFound` when no such user is deactivated.
 */
export async function reactivateUser(actor: Actor, input: unknown): Promise<Result> {
  if (!mayManageUsers(actor)) return { ok: false, error: "forbidden" };
  const parsed = userInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { userId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, deactivatedAt: { not: null } }, data: { deactivatedAt: null } });
    if (!count) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "user.reactivate", subject: { type: "user", id: userId } });
    return { ok: true };
  });
}
