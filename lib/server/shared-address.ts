/** A query parameter that pages read: on which paths, and what its value looks like; others count as not given. */
interface Parameter {
  name: string;
  path: RegExp;
  value: RegExp;
  /** Its answer is for who asks, and not kept. */
  isUnkept?: boolean;
}

const ANY = /^/;
const SEARCH = /^\/search(\/suggestions)?$/;
const RESULTS = /^\/search$/;
const SLUG = /^[a-z0-9-]{1,120}$/;

/** The query parameters that shared pages read (DESIGN §5), in the order in which they are written. */
const PARAMETERS: Parameter[] = [
  { name: "q", path: SEARCH, value: /./s },
  { name: "category", path: RESULTS, value: SLUG },
  { name: "author", path: RESULTS, value: SLUG },
  { name: "lang", path: RESULTS, value: /^[a-z]{2,3}$/ },
  { name: "time", path: RESULTS, value: /^(week|month|year)$/ },
  { name: "sort", path: RESULTS, value: /^newest$/ },
  { name: "after", path: ANY, value: /^.{1,100}$/s },
  { name: "before", path: ANY, value: /^.{1,100}$/s },
  { name: "replies", path: ANY, value: /^.{1,100}$/s },
  { name: "replyto", path: ANY, value: /^[0-9a-f-]{36}$/i, isUnkept: true },
];
/** A longer address is nobody's search but one (lib/search/schema.ts takes 200 characters): its page is made, and not kept. */
const MAX_KEPT_CHARS = 1_000;

/** What Next is asked for in the place of a reader's address, and whether the answer is kept under it. */
export interface SharedAddress {
  url: string;
  isKept: boolean;
}

/**
 * The address under which a shared page is made and kept: the path, and of the query only what pages read, once, in
 * one order. Takes the path in its one spelling and the query with its `?`.
 */
export function sharedAddress(path: string, query: string): SharedAddress {
  if (!query) return { url: path, isKept: true };
  const given = new URLSearchParams(query);
  const known = new URLSearchParams();
  let isKept = true;
  for (const { name, path: where, value: shape, isUnkept } of PARAMETERS) {
    const value = given.get(name);
    if (!value || !where.test(path) || !shape.test(value)) continue;
    known.set(name, value);
    if (isUnkept) isKept = false;
  }
  const url = known.size ? `${path}?${known.toString()}` : path;
  return { url, isKept: isKept && url.length <= MAX_KEPT_CHARS };
}
