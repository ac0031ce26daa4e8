import type { Feed, FeedItem } from "@/lib/feeds/feed";

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedOf({ title, page, description, lang, site, addresses, items }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    language: lang,
    home_page_url: page,
    feed_url: addresses.json,
    // Whose an item without a by-line is.
    authors: [{ name: site }],
    items: items.map(itemOf),
  });
}

function itemOf({ id, url, lang, title, summary, html, publishedAt, updatedAt, authors, categories, picture }: FeedItem) {
  return {
    id,
    url,
    title,
    content_html: html,
    ...(summary && { summary }),
    language: lang,
    date_published: publishedAt.toISOString(),
    date_modified: updatedAt.toISOString(),
    ...(authors.length > 0 && { authors }),
    ...(categories.length > 0 && { tags: categories }),
    ...(picture && { image: picture.url, attachments: [{ url: picture.url, mime_type: picture.type, size_in_bytes: picture.bytes }] }),
  };
}
