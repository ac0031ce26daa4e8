import { formerSlug, withoutEnding } from "@/lib/posts/former-slug";

/** What WordPress counts its posts and pages by. */
const NUMBER = /^[1-9]\d{0,8}$/;
/** A slug as WordPress makes them, decoded: letters may be any, in lower case. */
const SLUG = /^(?:[a-z0-9_-]|[^\p{ASCII}\p{Lu}]){1,200}$/u;
/** Our path for each query by which WordPress names something on its front page ("plain" permalinks). */
const QUERIES: Record<string, { value: RegExp; path: (value: string) => string | null }> = {
  p: { value: NUMBER, path: (id) => `/formerly/${id}` },
  page_id: { value: NUMBER, path: (id) => `/formerly/${id}` },
  feed: {
    value: /^(comments-)?(rss|rss2|rdf|atom)$/,
    path: (form) => `${form.startsWith("comments-") ? "/comments" : ""}/feed${form.endsWith("atom") ? "/atom" : ""}`,
  },
  name: { value: SLUG, path: pathOfName },
  pagename: { value: SLUG, path: pathOfName },
  tag: { value: /^[a-z0-9-]{1,120}$/, path: (slug) => `/tag/${slug}` },
  category_name: { value: /^[a-z0-9-]{1,120}$/, path: (slug) => `/category/${slug}` },
  author_name: { value: /^[a-z0-9-]{1,120}$/, path: (slug) => `/author/${slug}` },
  s: { value: /./s, path: (words) => `/search?${new URLSearchParams({ q: words }).toString()}` },
};

/**
 * Where a query of WordPress's leads here, or null for one that is none of its. Takes the path in its one spelling and
 * the query with its `?`. Whether anything stands there is to be asked.
 */
export function formerQuery(path: string, query: string): string | null {
  if (!query || (path !== "/" && path !== "/index.php")) return null;
  for (const [name, value] of new URLSearchParams(query)) {
    const known = Object.hasOwn(QUERIES, name) ? QUERIES[name] : undefined;
    const former = known?.value.test(value) ? known.path(value) : null;
    if (former !== null) return former;
  }
  return null;
}

/**
 * Where a path of WordPress's leads here, or null for one that is none of its. Takes a path at which nothing stands.
 * A month's and a day's lists lead to the month, a year's to all months. Dates before the slug, pages and categories
 * above, and numbers of pages fall away, in posts, lists and feeds alike.
 */
export function formerPath(path: string): string | null {
  const parts = path.split("/").filter(Boolean);
  if (parts[0] === "index.php") parts.shift();
  const form = feedForm(parts);
  const last = parts.at(-1) ?? "";
  if (/^comment-page-\d+$/.test(last)) parts.pop();
  else if (/^\d+$/.test(last) && parts.at(-2) === "page") parts.splice(-2);
  const page = pageOf(parts);
  if (page === null) return null;
  const former = form === null ? page : `${page === "/" ? "" : page}/feed${form}`;
  return former === path ? null : former;
}

const FEED_FILES = /^wp-(rss|rss2|rdf|atom|feed|commentsrss2)\.php$/;

/** Takes a feed's end off the parts. Returns what stands after `/feed` here, or null for what is no feed. */
function feedForm(parts: string[]): string | null {
  const file = FEED_FILES.exec(parts.at(-1) ?? "")?.[1];
  if (file && parts.length === 1) {
    parts.pop();
    if (file === "commentsrss2") parts.push("comments");
    return file === "atom" ? "/atom" : "";
  }
  const at = parts.lastIndexOf("feed");
  if (at < 0 || parts.length - at > 2) return null;
  const [, form = ""] = parts.splice(at);
  return form && `/${form}`;
}

const LISTS = new Set(["category", "tag", "author"]);

function pageOf(parts: string[]): string | null {
  const [first = "", ...rest] = parts;
  if (parts.length === 0) return "/";
  if (first === "archives" && rest.length === 1 && NUMBER.test(rest[0] ?? "")) return `/formerly/${rest[0]}`;
  if (LISTS.has(first)) return rest.length > 0 ? `/${first}/${rest.at(-1)}` : null;
  if (!/^\d{4}$/.test(first)) return named(parts);
  const [month = "", day = ""] = rest;
  if (rest.length === 0) return "/archive";
  if (!/^\d\d$/.test(month)) return null;
  const slug = rest.slice(/^\d\d$/.test(day) ? 2 : 1);
  if (slug.length === 0) return `/archive/${first}-${month}`;
  return slug.length === 1 ? named(slug) : null;
}

/**
 * Pages stand below others there, posts below their category, and letters are any: the last part names them, as an import
 * has it, and may end as a file's name does.
 */
function named(parts: string[]): string | null {
  const name = withoutEnding(parts.at(-1) ?? "");
  return [...parts.slice(0, -1), name].every(isWord) ? pathOfName(name) : null;
}

function pathOfName(name: string): string | null {
  const slug = formerSlug(name);
  return slug ? `/${slug}` : null;
}

/** What a file's name or a machine's guess is not: nothing is looked up for those. */
function isWord(part: string): boolean {
  return /^(?!wp-)(?:[\w-]|%[89a-f][0-9a-f])+$/i.test(part);
}
