import * as z from "zod/mini";

/** How long a query may be, in code points; longer ones are no search, and say so. */
export const MAX_QUERY_CHARS = 200;
/** Spans of time that a search can be narrowed to, in days from now. */
export const TIME_DAYS = { week: 7, month: 31, year: 366 };
const TIMES = ["week", "month", "year"] as const;

const UNSHOWN = /[\p{Cc}\p{Cs}]/gu;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A parameter of an address: the first, if it is named several times; what has not its form counts as not asked. */
function asked<T extends z.ZodMiniType>(form: T) {
  return z.catch(
    z.pipe(
      z.transform((value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)),
      z.optional(form),
    ),
    undefined,
  );
}

/** What the address of a search may ask, untrusted; only a query that is too long is refused (`tooLong`), by who reads it. */
export const searchQuery = z.object({
  q: z.pipe(
    asked(z.string()),
    z.transform((typed: string | undefined) => cleanQuery(typed ?? "")),
  ),
  category: asked(z.string().check(z.regex(SLUG))),
  author: asked(z.string().check(z.regex(SLUG))),
  lang: asked(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  time: asked(z.enum(TIMES)),
  sort: asked(z.literal("newest")),
  after: asked(z.string()),
  before: asked(z.string()),
});

/** What somebody looks for, and what narrows and orders it. */
export type SearchQuery = z.output<typeof searchQuery>;

/** What a form of the search page holds, to be named in an address. */
export type SearchFilters = Pick<SearchQuery, "category" | "author" | "lang" | "time" | "sort">;

/** Whether a query is longer than what is searched for. */
export function isTooLong(q: string): boolean {
  return Array.from(q).length > MAX_QUERY_CHARS;
}

/** The address of a search. Takes the query, what narrows it and which page of it; what is not asked is not in it. */
export function searchPath({ q, category, author, lang, time, sort, after, before }: Partial<SearchQuery>): string {
  const given = Object.entries({ q, category, author, lang, time, sort, after, before }).filter(([, value]) => value);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `/search?${query}` : "/search";
}

/** One line, in NFC, without what cannot be shown (PostgreSQL refuses NUL). */
function cleanQuery(typed: string): string {
  return typed.replace(/\s/g, " ").replace(UNSHOWN, "").normalize("NFC").replace(/ +/g, " ").trim();
}
