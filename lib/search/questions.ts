import { publicDb } from "@/lib/db/public";
import { fold } from "@/lib/search/fold";
import { LEARNED } from "@/lib/search/learned";
import type { Shortest } from "@/lib/search/windows";
import { anyWord, everySpelling, lastBeginning, webSearch, webSearchSpelledOut, type Term } from "@/lib/search/read-query";

/** The last word is completed to so many of the words that begin with it, the most frequent ones. */
const COMPLETIONS = 8;
/** A word that so many posts have fills the pages by itself: what else begins so is not looked for. */
const ENOUGH_POSTS = 500;
/** What no more posts have is looked for a year at a time: days and months would be as many looks for nothing. */
const RARE_POSTS = 500;

/** What the database is asked, as tsqueries in their text form. */
export interface Questions {
  /** All terms, in each language its own way. Empty: no post can be found. */
  all: string;
  /** Any of the words, by stemmer: what ranks and what is marked. */
  any: Record<"de" | "en" | "simple", string>;
  /** A phrase, which no index tells; something left out; or so many words that few posts have all: each post that matches costs more. */
  isCostly: boolean;
  /** The spans of time to begin with, for words and for titles: a guess, which makes a search quick and nothing else. */
  shortest: Shortest;
  shortestOfTitles: Shortest;
}

interface Row {
  allDe: string;
  allEn: string;
  allSimple: string;
  anyDe: string;
  anyEn: string;
  anySimple: string;
  known: Record<string, number>;
}

/**
 * Makes of a query what the database is asked: each language's words stemmed its own way, and the last one also as the
 * beginning of others. (Completed from the list of words, and not by the index: `word:*` would read whatever begins so,
 * for every span of time anew.) Takes the query's terms. Index: search_word_pkey.
 */
export async function questionsFor(terms: Term[]): Promise<Questions> {
  const last = lastBeginning(terms);
  // In English a name may be written in each way, too; with something left out the ways cannot be told apart.
  const isPlain = terms.some(({ isExcluded }) => isExcluded);
  const [de, plain] = [webSearch(terms, "de"), webSearch(terms, "simple")];
  // Each way once: the index is asked for every word that is named.
  const [variant = "", spelledOut = ""] = isPlain ? [] : [...new Set([de, webSearchSpelledOut(terms)])].filter((way) => way !== plain);
  const [anyDe, anyPlain] = [anyWord(terms, "de"), anyWord(terms, "simple")];
  const [row] = await publicDb.$queryRaw<Row[]>`
    with word as materialized (
      select folded, posts from search_word
      where folded > ${last ?? ""} and folded < ${last ? `${last}\u{10ffff}` : ""}
        and not exists (select from search_word where folded = ${last ?? ""} and posts >= ${ENOUGH_POSTS})
      order by posts desc, folded limit ${COMPLETIONS}
    ), begun as (
      select coalesce(string_agg(folded, ' | '), '') as plain, coalesce(string_agg(search_fold('de', folded), ' | '), '') as de from word
    ), last as (
      select plainto_tsquery('german', ${last ? fold("de", last) : ""}) as de, plainto_tsquery('english', ${last ?? ""}) as en,
        plainto_tsquery('simple', ${last ?? ""}) as simple
    ), wider as (
      select last.de || to_tsquery('german', begun.de) as de, last.en || to_tsquery('english', plain) as en,
        last.simple || to_tsquery('simple', plain) as simple
      from last, begun
    )
    select
      ts_rewrite(websearch_to_tsquery('german', ${de}), last.de, wider.de)::text as "allDe",
      ts_rewrite(websearch_to_tsquery('english', ${plain}) || websearch_to_tsquery('english', ${variant}) || websearch_to_tsquery('english', ${spelledOut}), last.en, wider.en)::text as "allEn",
      ts_rewrite(websearch_to_tsquery('simple', ${plain}) || websearch_to_tsquery('simple', ${variant}) || websearch_to_tsquery('simple', ${spelledOut}), last.simple, wider.simple)::text as "allSimple",
      ts_rewrite(websearch_to_tsquery('german', ${anyDe}), last.de, wider.de)::text as "anyDe",
      ts_rewrite(websearch_to_tsquery('english', ${anyPlain}), last.en, wider.en)::text as "anyEn",
      ts_rewrite(websearch_to_tsquery('simple', ${anyPlain}), last.simple, wider.simple)::text as "anySimple",
      (select coalesce(jsonb_object_agg(folded, posts), '{}') from (
        select folded, posts from search_word where folded = any(${everySpelling(terms)}::text[]) union select * from word
      ) as counted) as known
    from last, wider`;
  if (!row) throw new Error("A select without a table gave no row.");
  const all = { de: row.allDe, en: row.allEn, simple: row.allSimple };
  return {
    all: terms.some(({ isExcluded }) => isExcluded) ? apart(all) : together(all),
    any: { de: row.anyDe, en: row.anyEn, simple: row.anySimple },
    isCostly: terms.length > 2 || terms.some(({ words, isExcluded }) => words.length > 1 || isExcluded),
    ...spansFor(terms, isRare(terms, row.known, last)),
  };
}

/** Days are for what each day has. The more words must stand together, the rarer they do, the more so in a title. */
function spansFor(terms: Term[], isRare: boolean): Pick<Questions, "shortest" | "shortestOfTitles"> {
  const wanted = terms.filter(({ isExcluded, isChoice }) => !isExcluded && !isChoice).length;
  if (isRare) return { shortest: "y", shortestOfTitles: "y" };
  return { shortest: wanted > 3 ? "m" : "d", shortestOfTitles: wanted > 2 ? "y" : wanted > 1 ? "m" : "d" };
}

/** Whether one of the words that must be there is in few posts; how many have one that is not counted, nobody knows. */
function isRare(terms: Term[], known: Record<string, number>, last: string | null): boolean {
  if (terms.some(({ isChoice }) => isChoice)) return false;
  const postsOf = (word: string) => {
    const spellings = word === last ? Object.keys(known).filter((each) => each.startsWith(word)) : [];
    const ways = new Set([word, fold("de", word), ...spellings]);
    return LEARNED.test(word) ? [...ways].reduce((sum, way) => sum + (known[way] ?? 0), 0) : Infinity;
  };
  return terms.some(({ words, isExcluded }) => !isExcluded && words.some((word) => postsOf(word) <= RARE_POSTS));
}

/** Any way of stemming may find a post: that a stem is also one of another language does no harm. */
function together(ways: Record<string, string>): string {
  return [...new Set(Object.values(ways))]
    .filter(Boolean)
    .map((query) => `(${query})`)
    .join(" | ");
}

/**
 * Each way of stemming asks only the posts that are stemmed so: else a post that one way leaves out would be found by
 * another. The stemmer stands among the words (migration "search"); to ask for it costs three times as much.
 */
function apart(ways: Record<string, string>): string {
  return Object.entries(ways)
    .filter(([, query]) => query)
    .map(([stemmer, query]) => `('S=${stemmer}' & (${query}))`)
    .join(" | ");
}
