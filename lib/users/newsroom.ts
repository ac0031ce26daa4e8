import { z } from "zod";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { mayManageUsers, type Actor } from "@/lib/users/policy";

/** One line of the list of users. */
export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: "active" | "invited" | "deactivated";
}

/** The actor's own e-mail, by which they sign in. Index: newsroom_user's primary key. */
export async function ownEmail(actor: Actor): Promise<string> {
  const { email } = await privateDb.user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return email;
}

const PAGE = 100;

/**
 * Who works here, in the order in which they came, with their e-mail; nobody for whom may not manage users.
 * Takes the untrusted last id of the page before. Index: newsroom_user's primary key (UUIDv7, by time).
 */
export async function listUsers(actor: Actor, query: { after?: unknown } = {}): Promise<{ users: ListedUser[]; next: string | null }> {
  if (!mayManageUsers(actor)) return { users: [], next: null };
  const after = z.uuid().safeParse(query.after).data;
  const rows = await privateDb.user.findMany({
    where: after ? { id: { gt: after } } : {},
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, passwordHash: true },
    orderBy: { id: "asc" },
    take: PAGE + 1,
  });
  const users = rows
    .slice(0, PAGE)
    .map(({ deactivatedAt, passwordHash, ...user }) => ({ ...user, state: stateOf(deactivatedAt, passwordHash) }));
  return { users, next: rows.length > PAGE ? (users.at(-1)?.id ?? null) : null };
}

function stateOf(deactivatedAt: Date | null, passwordHash: string | null): ListedUser["state"] {
  if (deactivatedAt) return "deactivated";
  return passwordHash ? "active" : "invited";
}
