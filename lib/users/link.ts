import { timingSafeEqual } from "node:crypto";
import type { TokenPurpose } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";

/** How long a link opens what it is for, in seconds: an invitation 7 days, a password reset 1 hour. */
export const LINK_SECONDS: Record<TokenPurpose, number> = { invitation: 7 * 24 * 60 * 60, password_reset: 60 * 60 };

/** The key of a link: the row's id, signed for its purpose, so that a look into the database does not open it. */
export function linkKey(purpose: TokenPurpose, tokenId: string): string {
  return `${tokenId}.${digest(`link ${purpose}`, tokenId).toString("base64url")}`;
}

/** The id in an untrusted key, or null when the key is not one of ours for this purpose. */
export function tokenIdOf(purpose: TokenPurpose, key: string): string | null {
  const tokenId = key.slice(0, key.indexOf("."));
  const [given, right] = [Buffer.from(key), Buffer.from(linkKey(purpose, tokenId))];
  return given.length === right.length && timingSafeEqual(given, right) ? tokenId : null;
}

/** Makes a link for a user in the act's transaction. Returns the row's id, for the job and the key. */
export async function makeLink(tx: Tx, purpose: TokenPurpose, userId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + LINK_SECONDS[purpose] * 1000);
  const { id } = await tx.userToken.create({ data: { purpose, userId, expiresAt }, select: { id: true } });
  return id;
}

/**
 * Uses a link up, and with it the user's other links of that purpose; the user's row is locked until the commit.
 * Returns whose it was, or null when it is not ours, was used, is too old, or the user was deactivated. Of two
 * uses at once one gets it: both wait for the same row.
 */
export async function redeemLink(tx: Tx, purpose: TokenPurpose, key: string): Promise<{ userId: string; email: string } | null> {
  const tokenId = tokenIdOf(purpose, key);
  if (!tokenId) return null;
  const [owner] = await tx.$queryRaw<{ userId: string; email: string }[]>`
    select newsroom_user.id as "userId", email from newsroom_user join user_token on user_token.user_id = newsroom_user.id
    where user_token.id = ${tokenId}::uuid and deactivated_at is null for update of newsroom_user`;
  if (!owner) return null;
  const { count } = await tx.userToken.updateMany({
    where: { id: tokenId, purpose, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (count) await endLinks(tx, owner.userId, purpose);
  return count ? owner : null;
}

/** Ends a user's unused links of a purpose. */
export async function endLinks(tx: Tx, userId: string, purpose: TokenPurpose): Promise<void> {
  await tx.userToken.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: new Date() } });
}
