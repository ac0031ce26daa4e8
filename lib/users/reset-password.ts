import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { redeemLink } from "@/lib/users/link";
import { hashPassword } from "@/lib/users/password";
import { resetPasswordInput } from "@/lib/users/schema";
import { endSessions } from "@/lib/users/session";

/**
 * Sets a new password by a link, and ends every session of the user. Takes the link's untrusted key and the
 * password. Returns the e-mail to sign in with; or `invalid`, or `linkExpired` when the link opens nothing any more.
 */
export async function resetPassword(input: unknown): Promise<Result<{ email: string }>> {
  const parsed = resetPasswordInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const passwordHash = await hashPassword(parsed.data.password);
  return privateDb.$transaction(async (tx) => {
    const owner = await redeemLink(tx, "password_reset", parsed.data.key);
    if (!owner) return { ok: false, error: "linkExpired" };
    await tx.user.update({ where: { id: owner.userId }, data: { passwordHash }, select: { id: true } });
    await endSessions(tx, owner.userId);
    await recordAudit(tx, { actorId: owner.userId, act: "user.resetPassword", subject: { type: "user", id: owner.userId } });
    return { ok: true, email: owner.email };
  });
}
