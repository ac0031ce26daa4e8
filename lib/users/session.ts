import { privateDb, type Tx } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";
import { SESSION_SECONDS } from "@/lib/users/session-cookie";

/**
 * Whose session this is, or null when it was ended, is older than SESSION_SECONDS, or its user was deactivated.
 * Takes the id from the verified cookie. Index: session's primary key.
 */
export async function sessionActor(sessionId: string, now = new Date()): Promise<Actor | null> {
  const session = await privateDb.session.findFirst({
    where: {
      id: sessionId,
      endedAt: null,
      createdAt: { gt: new Date(now.getTime() - SESSION_SECONDS * 1000) },
      user: { deactivatedAt: null },
    },
    select: { user: { select: { id: true, name: true, role: true } } },
  });
  return session?.user ?? null;
}

/** Ends a user's sessions, all or all but one, in the act's transaction. */
export async function endSessions(tx: Tx, userId: string, { but }: { but?: string } = {}): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null, id: { not: but } }, data: { endedAt: new Date() } });
}
