import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { literally } from "@/lib/db/like";
import { listQuery } from "@/lib/list-query";
import { pictureColumns } from "@/lib/media/shown";
import type { Setup } from "@/lib/users/begin-second-factor";
import { mayManageUsers, type Actor } from "@/lib/users/policy";
import { SESSION_SECONDS } from "@/lib/users/session-cookie";
import { openSetup } from "@/lib/users/setup";
import { secretUri } from "@/lib/users/totp";

/** One line of the list of users. */
export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: "active" | "invited" | "deactivated";
  hasSecondFactor: boolean;
}

/**
 * The actor's own account: how they sign in, and what readers are told of them. Indexes: newsroom_user's and
 * recovery_code's primary keys.
 */
export async function ownAccount(actor: Actor) {
  const { oidcSubject, recoveryCodes, ...account } = await privateDb.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      name: true,
      slug: true,
      bio: true,
      picture: { select: pictureColumns },
      totpSince: true,
      oidcSubject: true,
      recoveryCodes: { where: { usedAt: null }, select: { userId: true } },
    },
  });
  return { ...account, codesLeft: recoveryCodes.length, hasProvider: oidcSubject !== null };
}

/**
 * The secret that the actor is about to set up (`beginSecondFactor`), to show it once more after a wrong code; null when
 * its form's untrusted key is not ours or too old. Takes the site's name. Index: newsroom_user's primary key.
 */
export async function ownSetup(actor: Actor, key: string, siteName: string, now = new Date()): Promise<Setup | null> {
  const secret = openSetup(key, actor.id, now);
  if (!secret) return null;
  const { email } = await privateDb.user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return { key, secret, uri: secretUri(secret, siteName, email) };
}

/** One browser in which the actor is signed in. */
export interface OwnSession {
  id: string;
  createdAt: Date;
  lastAt: Date | null;
  userAgent: string | null;
  isThisOne: boolean;
}

const MOST_SESSIONS = 50;

/** Where the actor is signed in, newest first (at most 50). Takes the session that asks. Index: session (user_id), of which a person has few. */
export async function ownSessions(actor: Actor, sessionId: string | null, now = new Date()): Promise<OwnSession[]> {
  const rows = await privateDb.session.findMany({
    where: { userId: actor.id, endedAt: null, createdAt: { gt: new Date(now.getTime() - SESSION_SECONDS * 1000) } },
    select: { id: true, createdAt: true, lastAt: true, userAgent: true },
    orderBy: { id: "desc" },
    take: MOST_SESSIONS,
  });
  return rows.map((row) => ({ ...row, isThisOne: row.id === sessionId }));
}

const PAGE = 100;

/**
 * Who works here, who came last first, with their e-mail; nobody for whom may not manage users. Takes the actor and an
 * untrusted `{ q, after }`: words that stand in the name or the address, and the last id of the page before. Returns at
 * most 100 and the id to go on from, or null. Index: newsroom_user's primary key (UUIDv7, by time); with `q` all of its
 * rows are looked at, of which a newsroom has hundreds.
 */
export async function listUsers(actor: Actor, query: unknown = {}): Promise<{ users: ListedUser[]; next: string | null }> {
  if (!mayManageUsers(actor)) return { users: [], next: null };
  const { q, after } = listQuery.parse(query);
  const found = q.map((word) => {
    const part = { contains: literally(word), mode: "insensitive" } as const;
    return { OR: [{ name: part }, { email: part }] };
  });
  const rows = await privateDb.user.findMany({
    where: { AND: found, ...(after && { id: { lt: after } }) },
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, passwordHash: true, totpSince: true },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const users = rows.slice(0, PAGE).map(({ deactivatedAt, passwordHash, totpSince, ...user }) => ({
    ...user,
    state: stateOf(deactivatedAt, passwordHash),
    hasSecondFactor: totpSince !== null,
  }));
  return { users, next: rows.length > PAGE ? (users.at(-1)?.id ?? null) : null };
}

function stateOf(deactivatedAt: Date | null, passwordHash: string | null): ListedUser["state"] {
  if (deactivatedAt) return "deactivated";
  return passwordHash ? "active" : "invited";
}
