import { findPage } from "@/lib/comments/desk/find";
import { deskQuery, writeDeskPlace, type DeskList } from "@/lib/comments/desk/query";
import { commentsOf, type QueuedComment } from "@/lib/comments/desk/queued";
import { mayModerate } from "@/lib/comments/policy";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { invalid, type ErrorCode, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** One page of a list; `next` goes on after it, null at the end; `problems` says which fields were typed so that they cannot be read. */
export interface Queue {
  status: DeskList;
  comments: QueuedComment[];
  next: string | null;
  problems: Record<string, ErrorCode[]>;
}

/**
 * One page of a list of the desk: the waiting ones the most urgent first, then the oldest, the others newest first, without those that their
 * authors took back. Takes the untrusted query (deskQuery). Returns the page, empty with `problems` where a typed field
 * cannot be read; or `forbidden`. A page that goes on and is not full holds what was met among the next 10,000. Indexes:
 * comment_urgent, comment_queue, comment_desk (all but the trash), comment_scored, comment_post, comment_check_rule_…,
 * comment_contact (email_hash, …), comment_contact_prefix, comment_search_words (of three letters or more), post_newsroom_category
 * and …_lang.
 */
export async function moderationQueue(actor: Actor, input: unknown): Promise<Result<Queue>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = deskQuery.safeParse(input);
  if (!parsed.success) return { ok: true, ...UNREAD, status: listOf(input), problems: invalid(parsed.error).fields ?? {} };
  const { page, next } = await findPage(parsed.data);
  return {
    ok: true,
    status: parsed.data.status,
    comments: await commentsOf(page.map(({ id }) => id)),
    next: next && writeDeskPlace(next),
    problems: {},
  };
}

const UNREAD = { comments: [], next: null };

function listOf(input: unknown): DeskList {
  return deskQuery.pick({ status: true }).parse(input).status;
}

/** Counts of the desk go no further than this: the tabs say "999+". */
export const MAX_COUNT = 1000;

/**
 * How many comments are in each state, and how many in all but the trash, counted up to 1,000. Takes the actor. Returns
 * the counts, or `forbidden`. Index: comment_queue, at most 1,000 entries of each state: in its order, as PostgreSQL
 * may else look for them through the whole table.
 */
export async function queueCounts(actor: Actor): Promise<Result<{ counts: Record<DeskList, number> }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const rows = await privateDb.$queryRaw<{ status: CommentStatus; count: number }[]>`
    select status::text as status,
      (select count(*)::int from (
        select from comment where comment.status = every.status and withdrawn_at is null
        order by comment.status, created_at, id limit ${MAX_COUNT}) as counted) as count
    from unnest(enum_range(null::comment_status)) as every (status)`;
  const counts = { pending: 0, approved: 0, spam: 0, rejected: 0, trash: 0, all: 0 };
  for (const { status, count } of rows) {
    counts[status] = count;
    if (status !== "trash") counts.all = Math.min(MAX_COUNT, counts.all + count);
  }
  return { ok: true, counts };
}
