import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { freeAuthorSlug } from "@/lib/users/author-slug";
import { redeemLink } from "@/lib/users/link";
import { hashPassword } from "@/lib/users/password";
import { invitationInput } from "@/lib/users/schema";

/**
 * Takes up an invitation: the colleague chooses name and password; their author page's address is made from the name. Takes the link's untrusted key with them.
 * Returns the e-mail to sign in with; or `invalid`, or `linkExpired` when the link opens nothing any more.
 */
export async function acceptInvitation(input: unknown): Promise<Result<{ email: string }>> {
  const parsed = invitationInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { key, name, password } = parsed.data;
  const passwordHash = await hashPassword(password);
  return privateDb.$transaction(async (tx) => {
    const owner = await redeemLink(tx, "invitation", key);
    if (!owner) return { ok: false, error: "linkExpired" };
    const slug = await freeAuthorSlug(tx, name);
    await tx.user.update({ where: { id: owner.userId }, data: { name, passwordHash, slug }, select: { id: true } });
    await recordAudit(tx, { actorId: owner.userId, act: "user.acceptInvitation", subject: { type: "user", id: owner.userId } });
    // An editor may have given them a by-line before they came.
    await markChanged(tx, tags.user(owner.userId), ...(slug ? [tags.noAuthor(slug)] : []));
    return { ok: true, email: owner.email };
  });
}
