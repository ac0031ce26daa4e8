import { newestReplies, newestRepliesOfAll } from "@/lib/comments/newest";
import { feedAddresses, movedFeed, type Feed, type FoundFeed } from "@/lib/feeds/feed";
import { replyItem } from "@/lib/feeds/items";
import { feedTexts } from "@/lib/feeds/texts";
import { isGone, movedTo, publishedPost } from "@/lib/posts/public";
import { goneForGood } from "@/lib/server/bridge";
import { siteAddress, siteSettings } from "@/lib/settings/public";

/** Where the feed of all replies stands (no page does). */
export const ALL_REPLIES = "/comments";

/** The newest replies to a post; of one that is gone for good, as its page tells it, there is none any more. Takes its slug. Indexes, and what it shows: those of `publishedPost`, `isGone` and `newestReplies`. */
export async function repliesFeed(slug: string): Promise<FoundFeed> {
  const post = await publishedPost(slug);
  if (!post) return gone(slug, movedFeed("", await movedTo(slug)));
  if (post.kind !== "post") return null;
  const { id, title, lang } = post;
  const [{ name: site }, { t, locale }] = await Promise.all([siteSettings(), feedTexts(lang)]);
  const page = siteAddress(`/${slug}`);
  const replies = await newestReplies(id, slug);
  return {
    // Of its own: the post's is that of its entry in other feeds.
    id: `urn:uuid:${id}#replies`,
    title: t("feeds.repliesTo", { title }),
    description: t("feeds.repliesAt", { title, site }),
    lang: locale,
    site,
    page,
    addresses: feedAddresses(page),
    items: replies.map((reply) => replyItem(reply, { id, page, lang }, { title: t("feeds.replyOf", { name: reply.name }), lang: locale })),
  };
}

/** The newest replies to all posts. Index, and what it shows: those of `newestRepliesOfAll`. */
export async function allRepliesFeed(): Promise<Feed> {
  const [{ name: site }, { t, locale: lang }, replies] = await Promise.all([siteSettings(), feedTexts(), newestRepliesOfAll()]);
  return {
    id: siteAddress("/#replies"),
    title: t("feeds.allReplies", { site }),
    description: t("feeds.allRepliesAt", { site }),
    lang,
    site,
    page: siteAddress("/"),
    addresses: feedAddresses(siteAddress(ALL_REPLIES)),
    items: replies.map(({ post, ...reply }) =>
      replyItem(
        reply,
        { id: post.id, page: siteAddress(`/${post.slug}`), lang: post.lang },
        { title: t("feeds.replyOn", { name: reply.name, title: post.title }), lang },
      ),
    ),
  };
}

async function gone(slug: string, found: FoundFeed): Promise<FoundFeed> {
  if (!found && (await isGone(slug))) goneForGood();
  return found;
}
