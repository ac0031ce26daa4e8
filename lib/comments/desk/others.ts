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
 * What else came from the address of each of some comments, those that their authors took back left out. Takes the
 * comments' ids, a page at most. Returns it by id; nothing of a comment without an address. Indexes: the primary keys,
 * comment_contact_email_hash_idx, up to 100 entries an address.
 */
export async function othersOf(ids: string[]): Promise<Map<string, Others>> {
  const rows = await privateDb.$queryRaw<{ id: string; counts: Others["counts"] | null; total: number }[]>`
    with wanted as (
      select email_hash, array_agg(comment_id) as ids from comment_contact where comment_id = any(${ids}::uuid[]) group by email_hash
    ), sent as (
      select wanted.email_hash, wanted.ids, listed.id, listed.status from wanted cross join lateral (
        select comment.id, comment.status from comment_contact as other join comment on comment.id = other.comment_id
        where other.email_hash = wanted.email_hash and comment.withdrawn_at is null limit ${MOST_OTHERS + 1}
      ) as listed
    ), counted as (
      select one.id, sent.status, count(*)::int as count from sent cross join unnest(sent.ids) as one (id)
      where sent.id <> one.id group by one.id, sent.status
    )
    select one.id::text as id, coalesce(sum(counted.count), 0)::int as total,
      json_agg(json_build_object('status', counted.status, 'count', counted.count) order by counted.status) filter (where counted.id is not null) as counts
    from wanted cross join unnest(wanted.ids) as one (id) left join counted on counted.id = one.id group by one.id`;
  return new Map(rows.map(({ id, counts, total }) => [id, { counts: counts ?? [], isMore: total >= MOST_OTHERS }]));
}
