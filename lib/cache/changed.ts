import type { Tx } from "@/lib/db/private";

/** The PostgreSQL channel on which every instance hears of changes (lib/cache/listen.ts). */
export const CHANNEL = "leserbrief_changed";

/**
 * Tells every instance that what these tags name has changed. Takes the transaction that makes the change:
 * PostgreSQL delivers at its commit and discards on rollback (NOTIFY), so no page is dropped too early or for nothing.
 */
export async function markChanged(tx: Tx, ...changed: string[]): Promise<void> {
  for (const tag of new Set(changed)) await tx.$executeRaw`select pg_notify(${CHANNEL}, ${tag})`;
}
