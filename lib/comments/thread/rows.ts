import { cursorOf, type Cursor, type Cursors } from "@/lib/comments/thread/query";
import { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";

/** Answers on a page of a thread that is opened alone. */
export const ANSWERS_OF_ONE_THREAD = 50;
/** Answers shown under a first comment, where it does not stand alone. */
export const MAX_ANSWERS = 20;
/** The rest of a long thread is counted up to so many. */
export const MAX_COUNTED = 100;

/** A public comment as it is stored. */
export interface Row extends Cursor {
  parentId: string | null;
  rootId: string | null;
  userId: string | null;
  name: string;
  website: string | null;
  body: string;
  avatar: Uint8Array | null;
  editedAt: Date | null;
  editedByStaff: boolean;
  withdrawnAt: Date | null;
  pinnedAt: Date | null;
  closedAt: Date | null;
  /** The number that it had in WordPress. */
  wordpressId: number | null;
}

/** The first comments of a post but those that are pinned, or the answers of one thread; answers always stand oldest first. */
export type List = { postId: string; isNewestFirst: boolean } | { rootId: string };

/** A page of a list, with the cursors of its neighbours and the one that it begins after (null: it is the first). */
export interface RowPage {
  rows: Row[];
  before: string | null;
  after: string | null;
  start: string | null;
}

// Written out: a bound value cannot prove a partial index, and under row-level security an enum's `=` is not looked up in one.
export const columns = Prisma.sql`id, parent_id as "parentId", root_id as "rootId", user_id as "userId", name, website, body, avatar,
  created_at as "createdAt", edited_at as "editedAt", edited_by_staff as "editedByStaff", withdrawn_at as "withdrawnAt",
  pinned_at as "pinnedAt", closed_at as "closedAt", wordpress_id as "wordpressId"`;

/**
 * One page of a list, by keyset (created_at, id): what lies beyond either end is known by one row more, and by the
 * cursor itself. Takes the list, where the page begins or ends, the most rows that it may have, and how many of those,
 * in the order in which they were read, it has room for (all, unless told; at least one). Going back to where no whole
 * page is left gives the first page. Indexes: comment_public_roots, comment_public_answers.
 */
export async function pageOf(
  list: List,
  { after, before }: Cursors,
  most: number,
  roomFor: (rows: Row[]) => Promise<number> = (rows) => Promise.resolve(rows.length),
): Promise<RowPage> {
  const found = await rowsOf(list, most, { from: before ?? after, isBackwards: before !== undefined });
  const rows = found.slice(0, await roomFor(found.slice(0, most)));
  const beyond = found[rows.length];
  if (!before) {
    return {
      rows,
      before: after ? cursorOf(rows[0]) : null,
      after: beyond ? cursorOf(rows.at(-1)) : null,
      start: rows.length > 0 ? cursorOf(after) : null,
    };
  }
  if (!beyond) return pageOf(list, {}, most, roomFor);
  rows.reverse();
  return { rows, before: cursorOf(rows[0]), after: cursorOf(rows.at(-1)), start: cursorOf(beyond) };
}

/** The rows of a list from a place on, in its order or against it: so many and one more. */
async function rowsOf(list: List, most: number, { from, isBackwards }: { from?: Cursor; isBackwards: boolean }): Promise<Row[]> {
  const ofList =
    "rootId" in list
      ? Prisma.sql`root_id = ${list.rootId}::uuid`
      : Prisma.sql`post_id = ${list.postId}::uuid and parent_id is null and pinned_at is null`;
  const isDescending = ("isNewestFirst" in list && list.isNewestFirst) !== isBackwards;
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  const direction = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const fromThere = from ? Prisma.sql`and (created_at, id) ${beyond} (${from.createdAt}::timestamptz, ${from.id}::uuid)` : Prisma.empty;
  return publicDb.$queryRaw<Row[]>`
    select ${columns} from comment where ${ofList} and status = 'approved' ${fromThere}
    order by created_at ${direction}, id ${direction} limit ${most + 1}`;
}

/**
 * With how many answers each of these comments is shown, those counted too that were taken back; in the comments' order.
 * Index: comment_public_answers.
 */
export async function shownAnswers(rootIds: string[]): Promise<number[]> {
  const counts = await publicDb.$queryRaw<{ count: number }[]>`
    select (select count(*)::int from (
      select from comment where root_id = root and status = 'approved' limit ${MAX_ANSWERS}
    ) as shown) as count
    from unnest(${rootIds}::uuid[]) with ordinality as roots (root, place) order by place`;
  return counts.map(({ count }) => count);
}

/** The first answers of each of these comments, and one more where there are more. Index: comment_public_answers. */
export async function firstAnswers(rootIds: string[]): Promise<Row[]> {
  if (rootIds.length === 0) return [];
  return publicDb.$queryRaw<Row[]>`
    select answer.* from unnest(${rootIds}::uuid[]) as root (root)
    cross join lateral (
      select ${columns} from comment where root_id = root.root and status = 'approved'
      order by created_at, id limit ${MAX_ANSWERS + 1}
    ) as answer`;
}

/** How many answers stand in threads after these ones, by thread, each counted up to MAX_COUNTED and one. Index: comment_public_answers. */
export async function answersAfter(last: Row[]): Promise<Map<string, number>> {
  if (last.length === 0) return new Map();
  const [roots, times, ids] = [last.map(({ rootId }) => rootId), last.map(({ createdAt }) => createdAt), last.map(({ id }) => id)];
  const counts = await publicDb.$queryRaw<{ root: string; count: number }[]>`
    select root, (select count(*)::int from (
      select from comment where root_id = root and status = 'approved' and (created_at, id) > (since, last) and withdrawn_at is null
      order by created_at, id limit ${MAX_COUNTED + 1}
    ) as rest) as count
    from unnest(${roots}::uuid[], ${times}::timestamptz[], ${ids}::uuid[]) as shown (root, since, last)`;
  return new Map(counts.map(({ root, count }) => [root, count]));
}

/** The names of public comments that are answered from elsewhere. Index: the primary key. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await publicDb.comment.findMany({
    where: { id: { in: ids }, withdrawnAt: null },
    select: { id: true, name: true },
    take: ids.length,
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
