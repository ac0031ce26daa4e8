import { atomOf } from "@/lib/feeds/atom";
import { FEED_TYPES, feedPath, type Feed, type FeedFormat, type FoundFeed } from "@/lib/feeds/feed";
import { jsonFeedOf } from "@/lib/feeds/json-feed";
import { rssOf } from "@/lib/feeds/rss";

/** What may stand after `/feed`; WordPress's other names of forms lead to ours. */
const ASKED = new Map<string, FeedFormat>([
  ["", "rss"],
  ["atom", "atom"],
  ["json", "json"],
  ["rss", "rss"],
  ["rss2", "rss"],
  ["rdf", "rss"],
]);
const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss: rssOf, atom: atomOf, json: jsonFeedOf };

/**
 * The answer of a feed's route, kept as a page is (lib/server/shared-pages). Takes what is read where one asks for a
 * feed, and what stands in the address after `/feed`. A former address, of the feed or of what it is of, leads to the
 * present one in one step.
 */
export function feedAnswer(found: FoundFeed, asked: string[] = []): Response {
  const format = ASKED.get(asked.join("/"));
  if (!found || !format) return new Response(null, { status: 404 });
  if ("movedTo" in found) return movedTo(feedPath(found.movedTo, format));
  const own = new URL(found.addresses[format]).pathname;
  if (!own.endsWith(["/feed", ...asked].join("/"))) return movedTo(own);
  // When this version was made: what was taken off a list leaves no date of its own.
  const headers = { "content-type": `${FEED_TYPES[format]}; charset=utf-8`, "last-modified": new Date().toUTCString() };
  return new Response(WRITERS[format](found), { headers });
}

function movedTo(location: string): Response {
  return new Response(null, { status: 308, headers: { location } });
}
