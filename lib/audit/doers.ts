import { privateDb } from "@/lib/db/private";

/** Who did what some rows of the ledger tell of: id and name of today, by the row; none where the site's rule did. Index: the primary keys. */
export async function doersOf(events: string[]): Promise<Map<string, { id: string; name: string | null }>> {
  if (events.length === 0) return new Map();
  const rows = await privateDb.$queryRaw<{ event: string; id: string; name: string | null }[]>`
    select audit_event.id::text as event, actor_id::text as id, newsroom_user.name from audit_event
      left join newsroom_user on newsroom_user.id = audit_event.actor_id
    where audit_event.id = any(${events}::uuid[]) and actor_id is not null`;
  return new Map(rows.map(({ event, id, name }) => [event, { id, name }]));
}
