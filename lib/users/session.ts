import { privateDb, type Tx } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";
import { SESSION_SECONDS } from "@/lib/users/session-cookie";

const NOTED_SECONDS = 60;

/**
 * Whose session this is, or null when it was ended, is older than SESSION_SECONDS, or its user was deactivated. Notes,
 * once a minute, that it is used. Takes the id from the verified cookie. Index: session's primary key.
 */
export async function sessionActor(sessionId: string, now = new Date()): Promise<Actor | null> {
  const session = await privateDb.session.findFirst({
    where: {
      id: sessionId,
      endedAt: null,
      createdAt: { gt: new Date(now.getTime() - SESSION_SECONDS * 1000) },
      user: { deactivatedAt: null },
    },
    select: { lastAt: true, user: { select: { id: true, name: true, role: true } } },
  });
  if (!session) return null;
  const noted = new Date(now.getTime() - NOTED_SECONDS * 1000);
  if (!session.lastAt || session.lastAt < noted) await noteUse(sessionId, now, noted);
  return session.user;
}

/** Of several requests at once one writes. */
async function noteUse(sessionId: string, now: Date, noted: Date): Promise<void> {
  await privateDb.session.updateMany({
    where: { id: sessionId, endedAt: null, OR: [{ lastAt: null }, { lastAt: { lt: noted } }] },
    data: { lastAt: now },
  });
}

/** Ends a user's sessions, all or all but one, in the act's transaction. */
export async function endSessions(tx: Tx, userId: string, { but }: { but?: string | null } = {}): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null, id: but ? { not: but } : undefined }, data: { endedAt: new Date() } });
}
