import { FEED_TYPES, updatedAt, type Feed, type FeedItem } from "@/lib/feeds/feed";
import { element, xmlDocument } from "@/lib/xml";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:wfw": "http://wellformedweb.org/CommentAPI/",
};

/**
 * A feed as RSS 2.0 (Advisory Board specification 2.0.11). Authors stand in `dc:creator`, since RSS's own `author` wants
 * an e-mail address; the whole text in `content:encoded`.
 */
export function rssOf(feed: Feed): string {
  const { title, page, description, lang, addresses, items } = feed;
  const channel = element(
    "channel",
    {},
    element("title", {}, title),
    element("link", {}, page),
    element("description", {}, description),
    element("language", {}, lang),
    items.length > 0 && element("lastBuildDate", {}, updatedAt(feed).toUTCString()),
    element("docs", {}, "https://www.rssboard.org/rss-specification"),
    element("atom:link", { href: addresses.rss, rel: "self", type: FEED_TYPES.rss }),
    ...items.map((item) => itemOf(item, lang)),
  );
  return xmlDocument(element("rss", { version: "2.0", ...NAMESPACES }, channel));
}

function itemOf(item: FeedItem, feedLang: string) {
  const { id, url, lang, title, summary, html, publishedAt, updatedAt, authors, categories, picture, replies } = item;
  return element(
    "item",
    {},
    element("title", {}, title),
    element("link", {}, url),
    element("guid", { isPermaLink: "false" }, id),
    element("pubDate", {}, publishedAt.toUTCString()),
    element("atom:updated", {}, updatedAt.toISOString()),
    ...authors.map(({ name }) => element("dc:creator", {}, name)),
    ...categories.map((name) => element("category", {}, name)),
    lang !== feedLang && element("dc:language", {}, lang),
    summary && element("description", {}, asHtml(summary)),
    element("content:encoded", {}, html),
    picture && element("enclosure", { url: picture.url, length: picture.bytes, type: picture.type }),
    replies && element("comments", {}, replies.url),
    replies && element("wfw:commentRss", {}, replies.addresses.rss),
  );
}

/** An item's description is HTML: a text's own `<` stands there as one writes it in HTML (Best Practices Profile, "description"). */
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
