/** The forms in which a feed is written: RSS 2.0, Atom 1.0 (RFC 4287), JSON Feed 1.1. */
export const FEED_FORMATS = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The media type of each form. */
export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** What a feed holds, in whichever form it is written. All addresses are whole. */
export interface Feed {
  /** Stays the same when the feed's address changes (RFC 4287 §4.2.6). */
  id: string;
  title: string;
  description: string;
  /** Of title and description. */
  lang: string;
  /** The site's name. */
  site: string;
  /** The page whose feed it is, and the feed itself in each form. */
  page: string;
  addresses: Record<FeedFormat, string>;
  items: FeedItem[];
}

/** One post, or one reply. */
export interface FeedItem {
  id: string;
  url: string;
  /** Of its text, and of its title unless that says otherwise. */
  lang: string;
  title: string;
  titleLang?: string;
  summary?: string;
  /** HTML with whole addresses only. */
  html: string;
  publishedAt: Date;
  /** When what readers see last changed, as they are told. */
  updatedAt: Date;
  authors: { name: string; url?: string }[];
  /** Names of the category and the tags. */
  categories: string[];
  picture?: { url: string; type: string; bytes: number };
  /** The place of its replies, and their feed in each form. */
  replies?: { url: string; addresses: Record<FeedFormat, string> };
  /** The reply or post that it answers (RFC 4685). */
  answers?: { id: string; url: string };
}

/** When what a feed shows last changed; for an empty one the Unix epoch, so that it stays the same. */
export function updatedAt({ items }: Feed): Date {
  return new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime())));
}

/** The addresses of a page's feeds. Takes the page's whole address. */
export function feedAddresses(page: string): Feed["addresses"] {
  const of = (format: FeedFormat) => new URL(feedPath(new URL(page).pathname, format), page).href;
  return { rss: of("rss"), atom: of("atom"), json: of("json") };
}

/** The path of a feed. Takes the path of the page whose feed it is. */
export function feedPath(page: string, format: FeedFormat): string {
  return `${page === "/" ? "" : page}/feed${format === "rss" ? "" : `/${format}`}`;
}

/** What stands at a feed's address: the feed, or the path of the page whose feed it is now; null: nothing. */
export type FoundFeed = Feed | { movedTo: string } | null;

/** A feed whose page stands elsewhere now. Takes what its page stands under, and its present slug; null: nowhere. */
export function movedFeed(under: string, slug: string | null): FoundFeed {
  return slug ? { movedTo: `${under}/${slug}` } : null;
}
