import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { isLastAdministrator, lockAdministrators } from "@/lib/users/administrators";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { changeRoleInput } from "@/lib/users/schema";

/**
 * Gives a user another role; it counts from their next request on. Takes the untrusted user's id and role.
 * Returns `forbidden`, `invalid`, `notFound`, `ownRole` for one's own, or `lastAdministrator` when nobody would be left
 * to let others in.
 */
export async function changeRole(actor: Actor, input: unknown): Promise<Result> {
  if (!mayManageUsers(actor)) return { ok: false, error: "forbidden" };
  const parsed = changeRoleInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { userId, role } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
    if (!user) return { ok: false, error: "notFound" };
    if (user.role === role) return { ok: true };
    // A slip would shut who made it out of what mends it.
    if (userId === actor.id) return { ok: false, error: "ownRole" };
    if (isLastAdministrator(administrators, userId)) return { ok: false, error: "lastAdministrator" };
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    const subject = { type: "user", id: userId } as const;
    await recordAudit(tx, { actorId: actor.id, act: "user.changeRole", subject, from: { role: user.role }, to: { role } });
    return { ok: true };
  });
}
