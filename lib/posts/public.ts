import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { card, cards, type PostCard } from "@/lib/posts/cards";
import { contentsOf } from "@/lib/posts/contents";
import { describePost } from "@/lib/posts/describe";
import { arrangeFront } from "@/lib/posts/front";
import { listPage, type PostPage } from "@/lib/posts/list-pages";
import { withPlaceholders } from "@/lib/posts/placeholders";
import { chosenRelated, shownRelated } from "@/lib/posts/shown-related";
import { translationsOf } from "@/lib/posts/translations";
import { dependsOn } from "@/lib/server/bridge";

export { archiveMonths, isMonth, postsOfMonth } from "@/lib/posts/archive-months";
export { besidePosts } from "@/lib/posts/beside";
export { discussedPosts } from "@/lib/posts/discussed";
export { languageAt } from "@/lib/posts/language";
export { newestPosts } from "@/lib/posts/newest";
export { publishedPages, type PageLink } from "@/lib/posts/pages";
export { alternatesOf } from "@/lib/posts/translations";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Where one is in a list that has pages: after a place, before one, or at its beginning. */
export interface PageQuery {
  after?: string;
  before?: string;
}

/**
 * One page of the published posts (`listPage`). Null for a cursor that no page of ours links to; past the end there are
 * no posts. Index: post_front, from the cursor's place on. Shows: the list of posts, each post, its category.
 */
export function publishedPosts(query: PageQuery = {}): Promise<PostPage | null> {
  dependsOn(tags.posts());
  return listPage({}, query);
}

/** One page of the published posts that carry somebody's by-line. Index: see `listPage`. Shows: the list of posts, each post, its category. */
export function postsBy(userId: string, query: PageQuery = {}): Promise<PostPage | null> {
  dependsOn(tags.posts());
  return listPage({ userId }, query);
}

/** One page of the published posts of some categories. Index: see `listPage`. Shows: their lists, each post, its category. */
export function postsOfCategories(categoryIds: string[], query: PageQuery): Promise<PostPage | null> {
  dependsOn(...categoryIds.map(tags.categoryPosts));
  return listPage({ categoryIds }, query);
}

/** One page of the published posts with a tag. Index: see `listPage`. Shows: the tag's list, each post, its category. */
export function postsOfTag(tagId: string, query: PageQuery): Promise<PostPage | null> {
  dependsOn(tags.tagPosts(tagId));
  return listPage({ tagId }, query);
}

/**
 * The newest posts as the front page shows them (`arrangeFront`). Takes them, and the ids that the newsroom chose.
 * Index: the primary key. Shows: each chosen, also while it is not public; its category.
 */
export async function frontPosts(newest: PostCard[], { leadId, secondIds }: { leadId: string; secondIds: string[] }) {
  return arrangeFront(newest, await cards([...new Set([leadId, ...secondIds])].filter(Boolean)), leadId);
}

/**
 * The published post or static page at a slug, for its own page, or null.
 * Indexes: post_slug_key, (post_id, position) of its lists, correction (post_id, at), post_translations. Shows: the post, its category, tags and authors; or that
 * nothing stands there.
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
          headings: true,
          words: true,
          commentsOpen: true,
          closeAfterDays: true,
          seoTitle: true,
          seoDescription: true,
          canonicalUrl: true,
          revisedAt: true,
          translationGroupId: true,
          corrections: { select: { id: true, text: true, at: true }, orderBy: { at: "asc" }, take: 50 },
          tags: { select: { tag: { select: { id: true, name: true, slug: true } } }, orderBy: { position: "asc" }, take: 20 },
          authors: { select: { user: { select: { id: true, name: true, slug: true } } }, orderBy: { position: "asc" }, take: 10 },
        },
      })
    : null;
  if (!row?.publishedAt) {
    dependsOn(tags.missing(slug));
    return null;
  }
  const { bodyText, headings, authors, publishedAt, ...post } = row;
  const names = authors.map(({ user }) => user);
  const tagged = post.tags.map(({ tag }) => tag);
  dependsOn(tags.post(post.id), ...(post.category ? [tags.category(post.category.id)] : []), ...names.map(({ id }) => tags.user(id)));
  dependsOn(...tagged.map(({ id }) => tags.tag(id)));
  const bodyHtml = await withPlaceholders(publicDb, post.bodyHtml);
  const description = post.seoDescription || describePost({ ...post, bodyText });
  const contents = contentsOf(headings, post.words);
  const translations = await translationsOf(post);
  return { ...post, bodyHtml, publishedAt, authors: names, tags: tagged, description, contents, translations };
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

/** Whether readers saw a post at this slug that is gone for good. Index: gone_address_pkey. Shows: that nothing stands there. */
export async function isGone(slug: string): Promise<boolean> {
  if (!SLUG.test(slug)) return false;
  dependsOn(tags.missing(slug));
  return (await publicDb.goneAddress.findUnique({ where: { slug }, select: { slug: true } })) !== null;
}

/** The Related Posts of a published post, as its page shows them. Indexes, and what it shows: see `chosenRelated` and `shownRelated`. */
export async function relatedPosts(postId: string): Promise<PostCard[]> {
  return shownRelated(publicDb, postId, await chosenRelated(publicDb, postId));
}
