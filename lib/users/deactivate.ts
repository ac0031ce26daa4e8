import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { isLastAdministrator, lockAdministrators } from "@/lib/users/administrators";
import { endLinks } from "@/lib/users/link";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { userInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

/**
 * Lets a user in no more: their sessions and links end at once, their by-lines stay. Takes the untrusted user's id.
 * Returns `forbidden`, `invalid`, `notFound`, or `lastAdministrator` when nobody would be left to let others in.
 */
export async function deactivateUser(actor: Actor, input: unknown): Promise<Result> {
  if (!mayManageUsers(actor)) return { ok: false, error: "forbidden" };
  const parsed = userInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { userId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    if (isLastAdministrator(await lockAdministrators(tx), userId)) return { ok: false, error: "lastAdministrator" };
    const { count } = await tx.user.updateMany({ where: { id: userId, deactivatedAt: null }, data: { deactivatedAt: new Date() } });
    if (!count) return { ok: false, error: "notFound" };
    await endSessions(tx, userId);
    await endLinks(tx, userId, "invitation");
    await endLinks(tx, userId, "password_reset");
    await recordAudit(tx, { actorId: actor.id, act: "user.deactivate", subject: { type: "user", id: userId } });
    return { ok: true };
  });
}
