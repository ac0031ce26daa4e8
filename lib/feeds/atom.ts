import { FEED_TYPES, updatedAt, type Feed, type FeedItem } from "@/lib/feeds/feed";
import { element, xmlDocument, type Content } from "@/lib/xml";

const NAMESPACES = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:thr": "http://purl.org/syndication/thread/1.0" };

/** A feed as Atom 1.0 (RFC 4287; its replies by RFC 4685). */
export function atomOf(feed: Feed): string {
  const { id, title, page, description, lang, site, addresses, items } = feed;
  return xmlDocument(
    element(
      "feed",
      { ...NAMESPACES, "xml:lang": lang },
      element("id", {}, id),
      element("title", {}, title),
      element("subtitle", {}, description),
      element("updated", {}, updatedAt(feed).toISOString()),
      // An entry without a by-line is the site's own (§4.1.1).
      element("author", {}, element("name", {}, site)),
      link("self", addresses.atom, FEED_TYPES.atom),
      link("alternate", page, "text/html"),
      ...items.map((item) => entryOf(item, lang)),
    ),
  );
}

function entryOf(item: FeedItem, feedLang: string) {
  const {
    id,
    url,
    lang,
    title,
    titleLang = lang,
    summary,
    html,
    publishedAt,
    updatedAt,
    authors,
    categories,
    picture,
    replies,
    answers,
  } = item;
  return element(
    "entry",
    { "xml:lang": lang === feedLang ? null : lang },
    element("id", {}, id),
    element("title", { "xml:lang": titleLang === lang ? null : titleLang }, title),
    element("published", {}, publishedAt.toISOString()),
    element("updated", {}, updatedAt.toISOString()),
    ...authors.map((author) => element("author", {}, element("name", {}, author.name), author.url && element("uri", {}, author.url))),
    ...categories.map((term) => element("category", { term })),
    link("alternate", url, "text/html"),
    replies && link("replies", replies.addresses.atom, FEED_TYPES.atom),
    picture && element("link", { rel: "enclosure", href: picture.url, type: picture.type, length: picture.bytes }),
    answers && element("thr:in-reply-to", { ref: answers.id, href: answers.url, type: "text/html" }),
    summary && element("summary", {}, summary),
    element("content", { type: "html" }, html),
  );
}

function link(rel: string, href: string, type: string): Content {
  return element("link", { rel, href, type });
}
