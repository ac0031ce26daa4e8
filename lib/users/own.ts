import type { Role, TokenPurpose } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { openChallenge } from "@/lib/users/challenge";
import { tokenIdOf } from "@/lib/users/link";

/**
 * Whom an invitation or a password reset link is for, or null when it opens nothing (not ours, used, too old, user
 * deactivated). Takes the link's untrusted key. Index: user_token's primary key.
 */
export async function linkOwner(purpose: TokenPurpose, key: string, now = new Date()): Promise<{ email: string; role: Role } | null> {
  const id = tokenIdOf(purpose, key);
  if (!id) return null;
  const token = await privateDb.userToken.findFirst({
    where: { id, purpose, usedAt: null, expiresAt: { gt: now }, user: { deactivatedAt: null } },
    select: { user: { select: { email: true, role: true } } },
  });
  return token?.user ?? null;
}

/** Whether an untrusted challenge is one of ours that still asks for a second factor. Reads nothing. */
export function isChallenged(key: string | null, now = new Date()): boolean {
  return key !== null && openChallenge(key, now) !== null;
}
