/** First parts of addresses that routes of app/ answer; a test holds this list equal to them. */
export const ROUTE_WORDS = [
  "admin",
  "api",
  "archive",
  "author",
  "category",
  "comments",
  "failed",
  "feed",
  "formerly",
  "look",
  "missing",
  "preview",
  "receipts",
  "refused",
  "reply-form",
  "report",
  "search",
  "share",
  "sitemaps",
  "tag",
  "transparency",
];

/** First parts that our server answers before Next is asked, and those that CONTRACT.md promises. */
export const SERVER_WORDS = ["fonts", "healthz", "islands", "media", "public", "readyz", "static"];

const RESERVED = new Set([...ROUTE_WORDS, ...SERVER_WORDS]);

/** Whether no post may stand at this address, since something of the site's own does. */
export function isReserved(slug: string): boolean {
  return RESERVED.has(slug);
}
