import type { Cursor } from "@/lib/comments/thread/query";
import { ANSWERS_OF_ONE_THREAD, columns, type Row } from "@/lib/comments/thread/rows";
import { publicDb } from "@/lib/db/public";

/** Where a page is made to show one answer: so many stand before it. */
const ANSWERS_BEFORE = 10;

/**
 * A public comment of a post, in a thread that is public, with the one that began it; null when there is none. Takes the
 * comment's id, or the number that it had in WordPress. Indexes: the primary key, comment_wordpress.
 */
export async function askedThread(postId: string, asked: string): Promise<{ root: Row; comment: Row } | null> {
  if (!/^\d+$/.test(asked)) return threadOf(postId, asked);
  const [row] = await publicDb.$queryRaw<{ id: string }[]>`
    select id from comment where post_id = ${postId}::uuid and wordpress_id is not null and wordpress_id = ${Number(asked)}::int`;
  return row ? threadOf(postId, row.id) : null;
}

/** The same by its id alone. Index: the primary key. */
export async function threadOf(postId: string, id: string): Promise<{ root: Row; comment: Row } | null> {
  const rows = await publicDb.$queryRaw<Row[]>`
    select ${columns} from comment where id = ${id}::uuid and post_id = ${postId}::uuid and status = 'approved'
    union all
    select ${columns} from comment
    where id = (select root_id from comment where id = ${id}::uuid) and post_id = ${postId}::uuid and status = 'approved'`;
  const comment = rows.find((row) => row.id === id);
  const root = comment?.rootId ? rows.find((row) => row.id === comment.rootId) : comment;
  return comment && root ? { root, comment } : null;
}

/**
 * After which answer a page begins that shows this one: undefined where the thread's first page does.
 * Index: comment_public_answers.
 */
export async function startBefore({ rootId, createdAt, id }: Row): Promise<Cursor | undefined> {
  const earlier = await publicDb.$queryRaw<Cursor[]>`
    select created_at as "createdAt", id from comment
    where root_id = ${rootId}::uuid and status = 'approved' and (created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)
    order by created_at desc, id desc limit ${ANSWERS_OF_ONE_THREAD}`;
  return earlier.length < ANSWERS_OF_ONE_THREAD ? undefined : earlier[ANSWERS_BEFORE];
}
