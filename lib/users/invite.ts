import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import { endLinks, linkKey, makeLink } from "@/lib/users/link";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { inviteInput } from "@/lib/users/schema";

/**
 * Invites a colleague by e-mail into a role; who was invited before and has not come yet is invited anew, and the
 * earlier link ends. Takes untrusted e-mail and role. Returns the user's id and address and the link's key; or `forbidden`,
 * `invalid`, or `emailTaken` at the field when somebody works here under this address.
 */
export async function inviteUser(actor: Actor, input: unknown): Promise<Result<{ userId: string; email: string; key: string }>> {
  if (!mayManageUsers(actor)) return { ok: false, error: "forbidden" };
  const parsed = inviteInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { email, role } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const userId = await claimAddress(tx, email, role);
    if (!userId) return { ok: false, error: "invalid", fields: { email: ["emailTaken"] } };
    await endLinks(tx, userId, "invitation");
    const tokenId = await makeLink(tx, "invitation", userId);
    await recordAudit(tx, { actorId: actor.id, act: "user.invite", subject: { type: "user", id: userId }, to: { role } });
    await enqueue(tx, "mail.invitation", { tokenId });
    return { ok: true, userId, email, key: linkKey("invitation", tokenId) };
  });
}

/** The invited user of an address, new or still waiting; null when the address is a working (or once working) user's. */
async function claimAddress(tx: Tx, email: string, role: Actor["role"]): Promise<string | null> {
  // Until they choose one. It may stand over a post, so it tells no more of the address than its first letter.
  const name = `${email.slice(0, 1)}…`;
  await tx.user.createMany({ data: [{ email, name, role }], skipDuplicates: true });
  const waiting = await tx.user.updateManyAndReturn({
    where: { email, passwordHash: null, deactivatedAt: null },
    data: { role },
    select: { id: true },
  });
  return waiting[0]?.id ?? null;
}
