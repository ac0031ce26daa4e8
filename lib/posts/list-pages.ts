import type { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { card, published, shown, type CardRow, type PostCard } from "@/lib/posts/cards";
import { readCursor, writeCursor } from "@/lib/posts/cursor";

/** Posts on one page of the front page. */
export const POSTS_PER_PAGE = 11;
/** One page of a list; `newer` and `older` are cursors, `null` at an end of the list. */
export interface PostPage {
  posts: PostCard[];
  newer: string | null;
  older: string | null;
}

/** Which of the published posts a list holds; none named: all. */
export type ListedPosts = Pick<Prisma.PostWhereInput, "categoryId" | "authors" | "tags">;

/**
 * One page of a list of published posts, newest first: the first one, the one after a cursor (older posts) or the one
 * before it (newer posts; where no more than a page is left, the first page). Null for what is no cursor.
 * Index: post_front, from the cursor's place on; of the lists that hold some posts only, see their reads.
 */
export async function listPage(of: ListedPosts, { after, before }: { after?: string; before?: string }): Promise<PostPage | null> {
  if (before !== undefined) return postsBefore(of, before);
  return after === undefined ? newestPosts(of) : postsAfter(of, after);
}

async function newestPosts(of: ListedPosts): Promise<PostPage> {
  const found = await page(of, "desc");
  return listed(found, { newer: false, older: found.length > POSTS_PER_PAGE });
}

async function postsAfter(of: ListedPosts, cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const { publishedAt, id } = place;
  const found = await page({ ...of, publishedAt: { lte: publishedAt }, NOT: { publishedAt, id: { gte: id } } }, "desc");
  return listed(found, { newer: true, older: found.length > POSTS_PER_PAGE });
}

async function postsBefore(of: ListedPosts, cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const { publishedAt, id } = place;
  const nearest = await page({ ...of, publishedAt: { gte: publishedAt }, NOT: { publishedAt, id: { lte: id } } }, "asc");
  if (nearest.length <= POSTS_PER_PAGE) return newestPosts(of);
  return listed(nearest.slice(0, POSTS_PER_PAGE).reverse(), { newer: true, older: true });
}

function page(where: Prisma.PostWhereInput, order: "asc" | "desc") {
  return publicDb.post.findMany({
    where: { ...published, ...where },
    select: card,
    orderBy: [{ publishedAt: order }, { id: order }],
    take: POSTS_PER_PAGE + 1,
  });
}

function listed(rows: CardRow[], more: { newer: boolean; older: boolean }): PostPage {
  const posts = rows.slice(0, POSTS_PER_PAGE).flatMap(shown);
  const [first, last] = [posts.at(0), posts.at(-1)];
  return {
    posts,
    newer: more.newer && first ? writeCursor(first) : null,
    older: more.older && last ? writeCursor(last) : null,
  };
}
