import { FEED_TYPES, feedAddresses, feedPath, movedFeed, type Feed, type FoundFeed } from "@/lib/feeds/feed";
import { postItem } from "@/lib/feeds/items";
import { ALL_REPLIES } from "@/lib/feeds/replies";
import { feedTexts } from "@/lib/feeds/texts";
import { fullPosts } from "@/lib/posts/full";
import { postsBy, postsOfCategories, postsOfTag, publishedPosts, type PageQuery } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { movedCategory, movedTag, publicCategory, publicTag } from "@/lib/taxonomy/public";
import { movedAuthor, publicAuthor } from "@/lib/users/public";

export { allRepliesFeed, repliesFeed } from "@/lib/feeds/replies";

/** How many pages of a list a feed holds (lib/posts/list-pages: 11 posts each). */
const PAGES = 2;

/** The newest posts of the site. Indexes, and what it shows: those of `publishedPosts` and `fullPosts`. */
export async function siteFeed(): Promise<FoundFeed> {
  const [{ name }, { t }] = await Promise.all([siteSettings(), feedTexts()]);
  const head = { id: siteAddress("/"), title: name, description: t("site.description", { name }) };
  return feedOf("/", head, await newest(publishedPosts));
}

/** The newest posts of a category and of those under it. Takes a slug. Indexes, and what it shows: those of the category's page and `fullPosts`. */
export async function categoryFeed(slug: string): Promise<FoundFeed> {
  const category = await publicCategory(slug);
  if (!category) return movedFeed("/category", await movedCategory(slug));
  const { id, name, ids } = category;
  const [{ name: site }, { t }] = await Promise.all([siteSettings(), feedTexts()]);
  const description = category.description || t("order.postsAbout", { name, site });
  const head = { id: `urn:uuid:${id}`, title: t("site.titled", { title: name, name: site }), description };
  return feedOf(`/category/${slug}`, head, await newest((query) => postsOfCategories(ids, query)));
}

/** The newest posts with a tag; null where no public post has it. Takes a slug. Indexes, and what it shows: those of the tag's page and `fullPosts`. */
export async function tagFeed(slug: string): Promise<FoundFeed> {
  const tag = await publicTag(slug);
  if (!tag) return movedFeed("/tag", await movedTag(slug));
  const posts = await newest((query) => postsOfTag(tag.id, query));
  if (posts.length === 0) return null;
  const [{ name: site }, { t }] = await Promise.all([siteSettings(), feedTexts()]);
  const title = t("site.titled", { title: tag.name, name: site });
  const head = { id: `urn:uuid:${tag.id}`, title, description: t("order.postsAbout", { name: tag.name, site }) };
  return feedOf(`/tag/${slug}`, head, posts);
}

/** The newest posts of an author. Takes a slug. Indexes, and what it shows: those of the author's page and `fullPosts`. */
export async function authorFeed(slug: string): Promise<FoundFeed> {
  const author = await publicAuthor(slug);
  if (!author) return movedFeed("/author", await movedAuthor(slug));
  const [{ name: siteName }, { t }] = await Promise.all([siteSettings(), feedTexts()]);
  const { id, name, bio } = author;
  const head = {
    id: `urn:uuid:${id}`,
    title: t("author.titled", { name, siteName }),
    description: bio || t("author.description", { name, siteName }),
  };
  return feedOf(`/author/${slug}`, head, await newest((query) => postsBy(id, query)));
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

/** The feeds that the front page announces: the site's own, and after it that of all replies. */
export async function frontFeedLinks() {
  const [links, { name: site }, { t }] = await Promise.all([feedLinks(), siteSettings(), feedTexts()]);
  const replies = { url: feedPath(ALL_REPLIES, "rss"), title: t("feeds.allReplies", { site }) };
  return { ...links, [FEED_TYPES.rss]: [...(links[FEED_TYPES.rss] ?? []), replies] };
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
