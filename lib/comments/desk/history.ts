import type { Prisma } from "@/lib/db/generated/client";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** Newer entries of one comment than these are shown, older ones are not. */
const MOST_ENTRIES = 20;

/** What the ledger says of a comment. Who, by their name of today; null for the site itself, which then names its rule. */
export interface HistoryEntry {
  act: string;
  at: Date;
  who: string | null;
  from: Prisma.JsonValue;
  to: Prisma.JsonValue;
  why: string | null;
  rule: string | null;
}

/**
 * What was decided on each of some comments, by whom, when and why, from the beginning on. Takes their ids. Returns it by
 * id, nothing for who does not decide. Indexes: audit_event_subject_type_subject_id_id_idx, newsroom_user's primary key.
 */
export async function commentHistories(actor: Actor, ids: string[]): Promise<Map<string, HistoryEntry[]>> {
  if (!mayModerate(actor)) return new Map();
  const rows = await privateDb.$queryRaw<(HistoryEntry & { commentId: string })[]>`
    select wanted.id as "commentId", entry.act, entry.at, newsroom_user.name as who, entry."from", entry."to", entry.why, entry.rule
    from unnest(${ids}::text[]) as wanted (id)
      cross join lateral (
        select * from audit_event where subject_type = 'comment' and subject_id = wanted.id order by id desc limit ${MOST_ENTRIES}
      ) as entry
      left join newsroom_user on newsroom_user.id = entry.actor_id
    order by entry.at, entry.id`;
  const histories = new Map<string, HistoryEntry[]>();
  for (const { commentId, ...entry } of rows) histories.set(commentId, [...(histories.get(commentId) ?? []), entry]);
  return histories;
}
