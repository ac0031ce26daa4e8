import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";

/** So many comments of one address are counted. */
export const MOST_OTHERS = 100;

/** The other comments sent with one address, by state; `isMore` where there are more than were counted. */
export interface Others {
  counts: { status: CommentStatus; count: number }[];
  isMore: boolean;
}

/**
 * What else came from the address of each of some comments; of what its author took back no address is kept. Takes the
 * comments' ids, a page at most. Returns it by id; nothing of a comment without an address. Indexes: the primary key,
 * comment_contact (email_hash, status), up to 101 entries an address.
 */
export async function othersOf(ids: string[]): Promise<Map<string, Others>> {
  const rows = await privateDb.$queryRaw<{ id: string; own: CommentStatus; counts: Others["counts"] }[]>`
    with wanted as (
      select comment_id as id, email_hash, status from comment_contact where comment_id = any(${ids}::uuid[])
    ), counted as (
      select email_hash, json_agg(json_build_object('status', status, 'count', count) order by status) as counts from (
        select address.email_hash, sent.status, count(*)::int as count
        from (select distinct email_hash from wanted) as address cross join lateral (
          select status from comment_contact where email_hash = address.email_hash limit ${MOST_OTHERS + 1}
        ) as sent
        group by address.email_hash, sent.status
      ) as by_status group by email_hash
    )
    select id::text, status::text as own, counts from wanted join counted using (email_hash)`;
  return new Map(rows.map(({ id, own, counts }) => [id, withoutItself(own, counts)]));
}

/** Of an address's comments those beside one, which is in one of the states. */
function withoutItself(own: CommentStatus, all: Others["counts"]): Others {
  const counts = all.map(({ status, count }) => ({ status, count: status === own ? count - 1 : count }));
  return { counts: counts.filter(({ count }) => count > 0), isMore: counts.reduce((sum, { count }) => sum + count, 0) >= MOST_OTHERS };
}
