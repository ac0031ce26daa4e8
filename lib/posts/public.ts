import { tags } from "@/lib/cache/tags";
import { isOutage } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import { readCursor, writeCursor } from "@/lib/posts/cursor";
import { describePost } from "@/lib/posts/describe";
import { closestPosts } from "@/lib/posts/related";
import { dependsOn } from "@/lib/server/bridge";
import { shared } from "@/lib/shared";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Posts on one page of the front page. */
export const POSTS_PER_PAGE = 11;
/** Related Posts are filled up to so many; an editor may choose more (lib/posts/schema.ts). */
const RELATED_POSTS = 3;
const MOST_CHOSEN = 12;
/** sitemaps.org allows 50,000 addresses in one file; the front page is one. */
const MOST_SITEMAP_POSTS = 49_000;
const MOST_PAGES = 50;

const published = { status: "published", kind: "post" } as const;
const newestFirst: Prisma.PostOrderByWithRelationInput[] = [{ publishedAt: "desc" }, { id: "desc" }];
const card = {
  id: true,
  slug: true,
  lang: true,
  title: true,
  standfirst: true,
  publishedAt: true,
  category: { select: { id: true, name: true } },
  leadMedia: { select: { id: true, alt: true, width: true, height: true, widths: true } },
} satisfies Prisma.PostSelect;

/** A picture: its texts and sizes in pixels; its files stand at `/media/ID/WIDTH.webp` and `.jpg`. */
export type Picture = Prisma.MediaGetPayload<{ select: (typeof card)["leadMedia"]["select"] }>;
/** A post as lists show it. */
export type PostCard = Omit<Prisma.PostGetPayload<{ select: typeof card }>, "publishedAt"> & { publishedAt: Date };
/** One page of a list; `newer` and `older` are cursors, `null` at an end of the list. */
export interface PostPage {
  posts: PostCard[];
  newer: string | null;
  older: string | null;
}

/**
 * One page of the published posts, newest first: the first one, the one after a cursor (older posts) or the one
 * before it (newer posts; where no more than a page is left, the first page). Null for a cursor that no page of ours
 * links to; past the end there are no posts. Index: post_front, from the cursor's place on.
 * Shows: the list of posts, each post, its category.
 */
export async function publishedPosts({ after, before }: { after?: string; before?: string } = {}): Promise<PostPage | null> {
  dependsOn(tags.posts());
  if (before !== undefined) return postsBefore(before);
  if (after !== undefined) return postsAfter(after);
  const found = await page({}, "desc");
  return listed(found, { newer: false, older: found.length > POSTS_PER_PAGE });
}

async function postsAfter(cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const { publishedAt, id } = place;
  const found = await page({ publishedAt: { lte: publishedAt }, NOT: { publishedAt, id: { gte: id } } }, "desc");
  return listed(found, { newer: true, older: found.length > POSTS_PER_PAGE });
}

async function postsBefore(cursor: string): Promise<PostPage | null> {
  const place = readCursor(cursor);
  if (!place) return null;
  const { publishedAt, id } = place;
  const nearest = await page({ publishedAt: { gte: publishedAt }, NOT: { publishedAt, id: { lte: id } } }, "asc");
  if (nearest.length <= POSTS_PER_PAGE) return publishedPosts();
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

function listed(rows: Prisma.PostGetPayload<{ select: typeof card }>[], more: { newer: boolean; older: boolean }): PostPage {
  const posts = rows.slice(0, POSTS_PER_PAGE).flatMap(shown);
  const [first, last] = [posts.at(0), posts.at(-1)];
  return {
    posts,
    newer: more.newer && first ? writeCursor(first) : null,
    older: more.older && last ? writeCursor(last) : null,
  };
}

/** Notes what a card shows. A published post has a date (post_published_has_date); the type does not know. */
function shown({ publishedAt, ...post }: Prisma.PostGetPayload<{ select: typeof card }>): PostCard[] {
  dependsOn(tags.post(post.id), ...(post.category ? [tags.category(post.category.id)] : []));
  return publishedAt ? [{ ...post, publishedAt }] : [];
}

/**
 * The published post or static page at a slug, for its own page, or null.
 * Index: post_slug_key. Shows: the post, its category and authors; or that nothing stands there.
 */
export async function publishedPost(slug: string) {
  const row = SLUG.test(slug)
    ? await publicDb.post.findFirst({
        where: { slug, status: "published" },
        select: {
          ...card,
          kind: true,
          bodyHtml: true,
          bodyText: true,
          commentsOpen: true,
          updatedAt: true,
          authors: { select: { user: { select: { id: true, name: true } } }, orderBy: { position: "asc" }, take: 10 },
        },
      })
    : null;
  if (!row?.publishedAt) {
    dependsOn(tags.missing(slug));
    return null;
  }
  const { bodyText, authors, publishedAt, ...post } = row;
  const names = authors.map(({ user }) => user);
  dependsOn(tags.post(post.id), ...(post.category ? [tags.category(post.category.id)] : []), ...names.map(({ id }) => tags.user(id)));
  return { ...post, publishedAt, authors: names, description: describePost({ ...post, bodyText }) };
}

/** A post or static page as its own page shows it. */
export type PublishedPost = NonNullable<Awaited<ReturnType<typeof publishedPost>>>;

/**
 * The slug that the published post has now which once stood at this slug, or null.
 * Index: redirect_pkey. Shows: that post; or that nothing stands there.
 */
export async function movedTo(slug: string): Promise<string | null> {
  if (!SLUG.test(slug)) return null;
  const moved = await publicDb.redirect.findUnique({ where: { slug }, select: { post: { select: { id: true, slug: true } } } });
  dependsOn(tags.missing(slug), ...(moved ? [tags.post(moved.post.id)] : []));
  return moved?.post.slug ?? null;
}

/**
 * The Related Posts of a post: the editor's choice in its order, filled up to 3 by closeness of topic; never the
 * post itself, never one that is not published.
 * Index: related_post_post_id_position_key; filling up: see `closestPosts`. Shows: each chosen post (also one that
 * is not public now), each post that fills up, and then the list of posts.
 */
export async function relatedPosts(postId: string): Promise<PostCard[]> {
  const rows = await publicDb.relatedPost.findMany({
    where: { postId },
    select: { relatedId: true },
    orderBy: { position: "asc" },
    take: MOST_CHOSEN,
  });
  const chosen = await cards(rows.map(({ relatedId }) => relatedId));
  if (chosen.length >= RELATED_POSTS) return chosen;
  dependsOn(tags.posts());
  const close = await closestPosts({ postId, except: chosen.map(({ id }) => id), count: RELATED_POSTS - chosen.length });
  return [...chosen, ...(await cards(close))];
}

/** Published posts by their ids, in the order of the ids. Index: the primary key. */
async function cards(ids: string[]): Promise<PostCard[]> {
  dependsOn(...ids.map(tags.post));
  if (ids.length === 0) return [];
  const rows = await publicDb.post.findMany({ where: { id: { in: ids }, ...published }, select: card, take: ids.length });
  return rows.flatMap(shown).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** A static page as the footer links it. */
export type PageLink = Pick<PostCard, "id" | "slug" | "lang" | "title">;

const lastPages = shared("posts.lastPages", () => ({ links: [] as PageLink[] }));

/**
 * The static pages, in the order of their publication, for the footer. While the database is away, those that were
 * read last: the pages that say so have a footer too. Index: post_pages. Shows: the list of pages, each page.
 */
export async function publishedPages(): Promise<PageLink[]> {
  try {
    lastPages.links = await publicDb.$queryRaw<PageLink[]>`
      select id, slug, lang, title from post where status = 'published' and kind = 'page' order by published_at, id limit ${MOST_PAGES}`;
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("static pages not read", error);
  }
  dependsOn(tags.pages(), ...lastPages.links.map(({ id }) => tags.post(id)));
  return lastPages.links;
}

/** The newest published posts, for the sitemap (at most 49,000). Index: post_front. Shows: the list of posts, each post. */
export async function postsOfSitemap() {
  const posts = await publicDb.post.findMany({
    where: published,
    select: { id: true, slug: true, updatedAt: true },
    orderBy: newestFirst,
    take: MOST_SITEMAP_POSTS,
  });
  dependsOn(tags.posts(), ...posts.map(({ id }) => tags.post(id)));
  return posts;
}
