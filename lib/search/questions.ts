import { publicDb } from "@/lib/db/public";
import { fold, STEMMERS, type Stemmer } from "@/lib/search/fold";
import { LEARNED } from "@/lib/search/learned";
import { everySpelling, lastBeginning, spellingsOf, type Term } from "@/lib/search/read-query";

/** The last word is completed to so many of the words that begin with it, the most frequent ones. */
const COMPLETIONS = 8;
/** A word that so many posts have fills the pages by itself: what else begins so is not looked for. */
const ENOUGH_POSTS = 500;

/** What the database is asked, as tsqueries in their text form. */
export interface Questions {
  /** All terms, in each language its own way. Empty: no post can be found. */
  all: string;
  /** Any of the words, by stemmer: what ranks and what is marked. */
  any: Record<Stemmer, string>;
  /** A phrase, which no index tells; something left out; or so many words that few posts have all: each post that matches costs more. */
  isCostly: boolean;
  /** How many posts have the rarest of the words that must be there, about; null where nobody knows. Makes a search quick and nothing else. */
  most: number | null;
}

/**
 * Makes of a query what the database is asked: each language's words stemmed its own way, and the last one also as the
 * beginning of others. (Completed from the list of words, and not by the index: `word:*` would read whatever begins so,
 * for every span of time anew.) Takes the query's terms. Index: search_word_pkey.
 */
export async function questionsFor(terms: Term[]): Promise<Questions> {
  const last = lastBeginning(terms);
  const spellings = everySpelling(terms);
  const asked = STEMMERS.flatMap((stemmer) =>
    [...new Set([...spellings, ...terms.flatMap((term) => spellingsOf(term, stemmer))])].map((text) => ({ stemmer, text })),
  );
  const [row] = await publicDb.$queryRaw<{ begun: string[]; known: Record<string, number>; stemmed: Record<string, string> }[]>`
    with begun as materialized (
      select folded, posts from search_word
      where folded > ${last ?? ""} and folded < ${last ? `${last}\u{10ffff}` : ""}
        and not exists (select from search_word where folded = ${last ?? ""} and posts >= ${ENOUGH_POSTS})
      order by posts desc, folded limit ${COMPLETIONS}
    ), asked as (
      select * from unnest(${asked.map(({ stemmer }) => stemmer)}::text[], ${asked.map(({ text }) => text)}::text[]) as typed (stemmer, folded)
      union select stemmer, folded from begun, unnest(${STEMMERS}::text[]) as stemmer
    )
    select array(select folded from begun) as begun,
      (select coalesce(jsonb_object_agg(folded, posts), '{}') from (
        select folded, posts from search_word where folded = any(${spellings}::text[]) union select * from begun
      ) as counted) as known,
      (select jsonb_object_agg(stemmer || ' ' || folded, case stemmer
          when 'de' then phraseto_tsquery('german', search_fold('de', folded))
          when 'en' then phraseto_tsquery('english', folded)
          else phraseto_tsquery('simple', folded) end::text) from asked) as stemmed`;
  if (!row) throw new Error("A select without a table gave no row.");
  const { begun, known, stemmed } = row;
  const oneOf = (stemmers: readonly Stemmer[], texts: (stemmer: Stemmer) => string[]) =>
    [...new Set(stemmers.flatMap((stemmer) => texts(stemmer).map((text) => stemmed[`${stemmer} ${text}`])))].filter(Boolean).join(" | ");
  const termIn = (stemmers: readonly Stemmer[]) => (term: Term) =>
    oneOf(stemmers, (stemmer) => [...spellingsOf(term, stemmer), ...(last && term === terms.at(-1) ? begun : [])]);
  const anyIn = (stemmer: Stemmer) => oneOf([stemmer], () => [...spellings, ...begun]);
  return {
    all: allOf(terms, termIn),
    any: { de: anyIn("de"), en: anyIn("en"), simple: anyIn("simple") },
    isCostly: terms.length > 2 || terms.some(({ words, isExcluded }) => words.length > 1 || isExcluded),
    most: mostOf(terms, (word) => [word, fold("de", word), ...(word === last ? begun : [])], known),
  };
}

/**
 * The terms as one query. Any way of stemming may find a post: that a stem is also one of another language does no harm. Each
 * term once, in all ways, costs the index a third of each way on its own. Takes how a term is asked in some ways.
 */
function allOf(terms: Term[], termIn: (stemmers: readonly Stemmer[]) => (term: Term) => string): string {
  const ways = STEMMERS.map((stemmer) => ({ stemmer, query: written(terms, termIn([stemmer])) })).filter(({ query }) => query);
  // Else a post that one way leaves out would be found by another. The stemmer stands among the words (migration "search");
  // to ask for it costs three times as much.
  if (terms.some(({ isExcluded }) => isExcluded)) return ways.map(({ stemmer, query }) => `'S=${stemmer}' & (${query})`).join(" | ");
  // What is no word in one language must be there in another ("war", "die").
  const hasStopWord = terms.some((term) => STEMMERS.some((stemmer) => !termIn([stemmer])(term)));
  return hasStopWord ? [...new Set(ways.map(({ query }) => query))].join(" | ") : written(terms, termIn(STEMMERS));
}

/** All terms, or those of one choice; those that nothing is asked for are left out. */
function written(terms: Term[], queryOf: (term: Term) => string): string {
  const choices: string[][] = [];
  for (const term of terms) {
    if (term.isChoice || choices.length === 0) choices.push([]);
    const query = queryOf(term);
    if (query) choices.at(-1)?.push(`${term.isExcluded ? "!" : ""}(${query})`);
  }
  return choices
    .filter(({ length }) => length > 0)
    .map((choice) => choice.join(" & "))
    .join(" | ");
}

/** In how many posts the rarest word is that must be there; how many have one that is not counted, nobody knows. */
function mostOf(terms: Term[], spelled: (word: string) => string[], known: Record<string, number>): number | null {
  if (terms.some(({ isChoice }) => isChoice)) return null;
  const counted = terms.filter(({ isExcluded }) => !isExcluded).flatMap(({ words }) => words.filter((word) => LEARNED.test(word)));
  const posts = counted.map((word) => [...new Set(spelled(word))].reduce((sum, each) => sum + (known[each] ?? 0), 0));
  return posts.length > 0 ? Math.min(...posts) : null;
}
