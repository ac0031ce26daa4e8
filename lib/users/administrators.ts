import type { Tx } from "@/lib/db/private";

/**
 * The ids of the administrators who can sign in, locked until the commit in one order, so that two of them who
 * demote each other at once wait for each other. Index: none; a newsroom has few users.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from newsroom_user where role = 'administrator' and deactivated_at is null and password_hash is not null
    order by id for update`;
  return rows.map(({ id }) => id);
}

/** Whether this user is the one administrator who can still sign in. */
export function isLastAdministrator(administrators: string[], userId: string): boolean {
  return administrators.length === 1 && administrators[0] === userId;
}
