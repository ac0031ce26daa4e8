import { tags } from "@/lib/cache/tags";
import { isOutage } from "@/lib/db/errors";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import { card, published, type PostCard } from "@/lib/posts/cards";
import { describePost } from "@/lib/posts/describe";
import { listPage, type PostPage } from "@/lib/posts/list-pages";
import { shownRelated } from "@/lib/posts/shown-related";
import { dependsOn } from "@/lib/server/bridge";
import { shared } from "@/lib/shared";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The most Related Posts that an editor chooses (lib/posts/schema.ts). */
const MOST_CHOSEN = 12;
/** sitemaps.org allows 50,000 addresses in one file; the front page is one. */
const MOST_SITEMAP_POSTS = 49_000;
const MOST_PAGES = 50;

/** Where one is in a list that has pages: after a place, before one, or at its beginning. */
export interface PageQuery {
  after?: string;
  before?: string;
}

/**
 * One page of the published posts (`listPage`). Null for a cursor that no page of ours links to; past the end there are
 * no posts. Index: post_front, from the cursor's place on. Shows: the list of posts, each post, its category.
 */
export async function publishedPosts(query: PageQuery = {}): Promise<PostPage | null> {
  dependsOn(tags.posts());
  return listPage({}, query);
}

/**
 * One page of the published posts that carry somebody's by-line (`publishedPosts`). Indexes: post_author
 * (user_id, post_id), then the posts' primary key; for who wrote much of the archive post_front.
 */
export async function postsBy(userId: string, query: PageQuery = {}): Promise<PostPage | null> {
  dependsOn(tags.posts());
  return listPage({ authors: { some: { userId } } }, query);
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
          authors: { select: { user: { select: { id: true, name: true, slug: true } } }, orderBy: { position: "asc" }, take: 10 },
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
 * The Related Posts of a published post, as its page shows them (`shownRelated`). Index:
 * related_post_post_id_position_key, and those of `shownRelated`.
 */
export async function relatedPosts(postId: string): Promise<PostCard[]> {
  const chosen = await publicDb.relatedPost.findMany({
    where: { postId },
    select: { relatedId: true },
    orderBy: { position: "asc" },
    take: MOST_CHOSEN,
  });
  return shownRelated(
    publicDb,
    postId,
    chosen.map(({ relatedId }) => relatedId),
  );
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
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MOST_SITEMAP_POSTS,
  });
  dependsOn(tags.posts(), ...posts.map(({ id }) => tags.post(id)));
  return posts;
}
