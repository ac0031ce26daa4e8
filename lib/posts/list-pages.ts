import { publicDb } from "@/lib/db/public";
import { card, cards, published, shown, type PostCard } from "@/lib/posts/cards";
import { readCursor, writeCursor, type Place } from "@/lib/posts/cursor";

/** Posts on one page of a list. */
export const POSTS_PER_PAGE = 11;
/** One page of a list; `newer` and `older` are cursors, `null` at an end of the list. */
export interface PostPage {
  posts: PostCard[];
  newer: string | null;
  older: string | null;
}

/** Which of the published posts a list holds: those of some categories, with a tag, by somebody, or of a time; none named: all. */
export interface ListedPosts {
  categoryIds?: string[];
  tagId?: string;
  userId?: string;
  /** From this instant on, and before that one. */
  since?: Date;
  until?: Date;
}

/** So many posts from a place on, in one direction (`older` goes on in the list's order, `newer` back), and one more to know whether more follow. */
type Find = (of: ListedPosts, place: Place | null, way: "older" | "newer") => Promise<PostCard[]>;

/**
 * One page of a list of published posts, newest first: the first one, the one after a cursor (older posts) or the one
 * before it (newer posts; where no more than a page is left, the first page). Null for what is no cursor.
 * Indexes, from the cursor's place on: those of `find`.
 */
export async function listPage(of: ListedPosts, { after, before }: { after?: string; before?: string }): Promise<PostPage | null> {
  if (before !== undefined) return postsBefore(of, before);
  return after === undefined ? newestPosts(of) : postsAfter(of, after);
}

async function newestPosts(of: ListedPosts): Promise<PostPage> {
  const found = await find(of, null, "older");
  return listed(found, { newer: false, older: found.length > POSTS_PER_PAGE });
}

async function postsAfter(of: ListedPosts, cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const found = await find(of, place, "older");
  return listed(found, { newer: true, older: found.length > POSTS_PER_PAGE });
}

async function postsBefore(of: ListedPosts, cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const nearest = await find(of, place, "newer");
  if (nearest.length <= POSTS_PER_PAGE) return newestPosts(of);
  return listed(nearest.slice(0, POSTS_PER_PAGE).reverse(), { newer: true, older: true });
}

/** Indexes: post_front (of a time within it; by somebody also post_author (user_id, post_id)); of categories post_category_list, once for each; of a tag post_tag_list. */
const find: Find = ({ categoryIds, tagId, ...of }, place, way) => {
  if (categoryIds) return ofCategories(categoryIds, place, way);
  return tagId ? ofTag(tagId, place, way) : ofAll(of, place, way);
};

async function ofAll({ userId, since, until }: ListedPosts, place: Place | null, way: "older" | "newer"): Promise<PostCard[]> {
  const order = way === "older" ? "desc" : "asc";
  const { publishedAt, id } = place ?? {};
  const older = { publishedAt: { lte: publishedAt }, NOT: { publishedAt, id: { gte: id } } };
  const newer = { publishedAt: { gte: publishedAt }, NOT: { publishedAt, id: { lte: id } } };
  const rows = await publicDb.post.findMany({
    where: {
      ...published,
      ...(userId && { authors: { some: { userId } } }),
      AND: [{ publishedAt: { gte: since, lt: until } }, place ? (way === "older" ? older : newer) : {}],
    },
    select: card,
    orderBy: [{ publishedAt: order }, { id: order }],
    take: POSTS_PER_PAGE + 1,
  });
  return rows.flatMap(shown);
}

const FIRST: Place = { publishedAt: new Date("9999-12-31T00:00:00Z"), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

async function ofCategories(ids: string[], place: Place | null, way: "older" | "newer"): Promise<PostCard[]> {
  const { publishedAt, id } = place ?? FIRST;
  const rows = await publicDb.$queryRaw<{ id: string }[]>`
    select id from listed_in_categories(${ids}::uuid[], ${publishedAt}, ${id}::uuid, ${way === "newer"}, ${POSTS_PER_PAGE + 1}::int) as id`;
  return cards(rows.map((row) => row.id));
}

async function ofTag(tagId: string, place: Place | null, way: "older" | "newer"): Promise<PostCard[]> {
  const { publishedAt, id } = place ?? FIRST;
  const rows = await publicDb.$queryRaw<{ id: string }[]>`
    select id from listed_with_tag(${tagId}::uuid, ${publishedAt}, ${id}::uuid, ${way === "newer"}, ${POSTS_PER_PAGE + 1}::int) as id`;
  return cards(rows.map((row) => row.id));
}

function listed(found: PostCard[], more: { newer: boolean; older: boolean }): PostPage {
  const posts = found.slice(0, POSTS_PER_PAGE);
  const [first, last] = [posts.at(0), posts.at(-1)];
  return {
    posts,
    newer: more.newer && first ? writeCursor(first) : null,
    older: more.older && last ? writeCursor(last) : null,
  };
}
