import { createTranslator } from "use-intl/core";
import { newestReplies } from "@/lib/comments/newest";
import { FEED_TYPES, feedAddresses, feedPath, type Feed } from "@/lib/feeds/feed";
import { postItem, replyItem } from "@/lib/feeds/items";
import { messagesOf } from "@/lib/i18n/messages";
import { fullPosts } from "@/lib/posts/full";
import { isGone, movedTo, postsBy, postsOfCategories, postsOfTag, publishedPost, publishedPosts, type PageQuery } from "@/lib/posts/public";
import { goneForGood } from "@/lib/server/bridge";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { movedCategory, movedTag, publicCategory, publicTag } from "@/lib/taxonomy/public";
import { movedAuthor, publicAuthor } from "@/lib/users/public";

/** What stands at a feed's address: the feed, or the path of the page whose feed it is now; null: nothing. */
export type FoundFeed = Feed | { movedTo: string } | null;

/** How many pages of a list a feed holds (lib/posts/list-pages: 11 posts each). */
const PAGES = 2;

/** The newest posts of the site. Indexes, and what it shows: those of `publishedPosts` and `fullPosts`. */
export async function siteFeed(): Promise<FoundFeed> {
  const [{ name }, t] = await Promise.all([siteSettings(), texts()]);
  const head = { id: siteAddress("/"), title: name, description: t("site.description", { name }) };
  return feedOf("/", head, await newest(publishedPosts));
}

/** The newest posts of a category and of those under it. Takes a slug. Indexes, and what it shows: those of the category's page and `fullPosts`. */
export async function categoryFeed(slug: string): Promise<FoundFeed> {
  const category = await publicCategory(slug);
  if (!category) return moved("/category", await movedCategory(slug));
  const { id, name, ids } = category;
  const [{ name: site }, t] = await Promise.all([siteSettings(), texts()]);
  const description = category.description || t("order.postsAbout", { name, site });
  const head = { id: `urn:uuid:${id}`, title: t("site.titled", { title: name, name: site }), description };
  return feedOf(`/category/${slug}`, head, await newest((query) => postsOfCategories(ids, query)));
}

/** The newest posts with a tag; null where no public post has it. Takes a slug. Indexes, and what it shows: those of the tag's page and `fullPosts`. */
export async function tagFeed(slug: string): Promise<FoundFeed> {
  const tag = await publicTag(slug);
  if (!tag) return moved("/tag", await movedTag(slug));
  const posts = await newest((query) => postsOfTag(tag.id, query));
  if (posts.length === 0) return null;
  const [{ name: site }, t] = await Promise.all([siteSettings(), texts()]);
  const title = t("site.titled", { title: tag.name, name: site });
  const head = { id: `urn:uuid:${tag.id}`, title, description: t("order.postsAbout", { name: tag.name, site }) };
  return feedOf(`/tag/${slug}`, head, posts);
}

/** The newest posts of an author. Takes a slug. Indexes, and what it shows: those of the author's page and `fullPosts`. */
export async function authorFeed(slug: string): Promise<FoundFeed> {
  const author = await publicAuthor(slug);
  if (!author) return moved("/author", await movedAuthor(slug));
  const [{ name: siteName }, t] = await Promise.all([siteSettings(), texts()]);
  const { id, name, bio } = author;
  const head = {
    id: `urn:uuid:${id}`,
    title: t("author.titled", { name, siteName }),
    description: bio || t("author.description", { name, siteName }),
  };
  return feedOf(`/author/${slug}`, head, await newest((query) => postsBy(id, query)));
}

/** The newest replies to a post; of one that is gone for good, as its page tells it, there is none any more. Takes its slug. Indexes, and what it shows: those of `publishedPost`, `isGone` and `newestReplies`. */
export async function repliesFeed(slug: string): Promise<FoundFeed> {
  const post = await publishedPost(slug);
  if (!post) return gone(slug, moved("", await movedTo(slug)));
  if (post.kind !== "post") return null;
  const { id, title, lang } = post;
  const [{ name: site }, t] = await Promise.all([siteSettings(), texts()]);
  const page = siteAddress(`/${slug}`);
  const replies = await newestReplies(id, slug);
  return {
    // Of its own: the post's is that of its entry in other feeds.
    id: `urn:uuid:${id}#replies`,
    title: t("feeds.repliesTo", { title }),
    description: t("feeds.repliesAt", { title, site }),
    lang,
    site,
    page,
    addresses: feedAddresses(page),
    items: replies.map((reply) => replyItem(reply, { id, page, lang, title: t("feeds.replyOf", { name: reply.name }) })),
  };
}

/**
 * The feeds that a page announces (`alternates.types` of its metadata): the site's own, and before it those of what
 * the page shows. Takes the page's path and the feeds' title.
 */
export async function feedLinks(path = "/", title?: string) {
  const { name } = await siteSettings();
  const own = title === undefined ? [] : [{ path, title }];
  const announced = [...own, { path: "/", title: name }];
  const of = (format: keyof typeof FEED_TYPES) => announced.map((feed) => ({ url: feedPath(feed.path, format), title: feed.title }));
  return { [FEED_TYPES.rss]: of("rss"), [FEED_TYPES.atom]: of("atom").slice(0, 1), [FEED_TYPES.json]: of("json").slice(0, 1) };
}

async function texts() {
  const { locale, timeZone } = await siteSettings();
  return createTranslator({ locale, timeZone, messages: messagesOf(locale) });
}

async function newest(read: (query: PageQuery) => ReturnType<typeof publishedPosts>) {
  const found = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { posts = [], older = null } = (await read({ after })) ?? {};
    found.push(...posts);
    if (!older) break;
    after = older;
  }
  return fullPosts(found);
}

async function feedOf(path: string, head: Pick<Feed, "id" | "title" | "description">, posts: Awaited<ReturnType<typeof fullPosts>>) {
  const { name: site, locale: lang } = await siteSettings();
  const page = siteAddress(path);
  return { ...head, lang, site, page, addresses: feedAddresses(page), items: await Promise.all(posts.map(postItem)) };
}

async function gone(slug: string, found: FoundFeed): Promise<FoundFeed> {
  if (!found && (await isGone(slug))) goneForGood();
  return found;
}

function moved(under: string, slug: string | null): FoundFeed {
  return slug ? { movedTo: `${under}/${slug}` } : null;
}
