import type { CommandContext } from "../start/context";
import { fillSearch, POSTS, type Filled } from "./search-fill";
import { benchReads, timeRead } from "./reads";
import type { SearchQuery } from "@/lib/search/schema";

/** A page of results within this time is called quick. */
const QUICK_MS = 30;

/**
 * Measures the search over a million posts: words from the most frequent to none, phrases, filters, both orders, the
 * first page, the next and one far behind, mistyped words, and what is suggested. Each is all that a page needs from the
 * database, with excerpts.
 */
export function benchSearch(context: CommandContext): Promise<void> {
  return benchReads(context, { name: "search", posts: POSTS, fill: fillSearch, measure });
}

const row = <T>(name: string, work: () => Promise<T>) => timeRead(name, QUICK_MS, work);

async function measure(filled: Filled): Promise<void> {
  const word = wordOf(filled);
  // Loaded late: it opens the database that was found by then.
  const { searchChoices, searchPosts, suggestPosts } = await import("@/lib/search/public");
  const { searchQuery } = await import("@/lib/search/schema");
  const page = async (query: Partial<SearchQuery>) => {
    const found = await searchPosts(searchQuery.parse(query));
    if (typeof found === "string") throw new Error(found);
    return found;
  };
  for (const [name, query] of Object.entries(queriesOf(filled))) {
    const { next, count, isMore } = await row(name, () => page(query));
    console.log(`${" ".repeat(6)}${isMore ? "more than " : ""}${count.toLocaleString("en")} results`);
    if (next) await row(`${name}, next page`, () => page({ ...query, after: next }));
  }
  for (const typed of [word(1), word(20_000), word(300).slice(0, 3)]) {
    await row(`suggestions for “${typed}”`, () => suggestPosts(typed));
  }
  await row("what the filters offer", searchChoices);
}

function wordOf({ words }: Filled): (n: number) => string {
  return (n) => words[n - 1] ?? "";
}

function queriesOf(filled: Filled): Record<string, Partial<SearchQuery>> {
  const { past, category, author } = filled;
  const word = wordOf(filled);
  const middle = `${Date.UTC(2020, 5, 15).toString(36)}-00000000-0000-7000-8000-000000000000`;
  const rare = word(40_000);
  return {
    "the most frequent word": { q: word(1) },
    "a frequent word (the 100th)": { q: word(100) },
    "a rarer word (the 2,000th)": { q: word(2_000) },
    "a rare word (the 40,000th)": { q: rare },
    "a word of years ago only": { q: past },
    "a word that nobody wrote": { q: "qqqqqqqqq" },
    "a mistyped word": { q: `${word(5_000).slice(0, -1)}x` },
    "two frequent words": { q: `${word(2)} ${word(3)}` },
    "a frequent and a rare word": { q: `${word(2)} ${rare}` },
    "five words": { q: [5, 50, 90, 200, 400].map(word).join(" ") },
    "a phrase of frequent words": { q: `"${word(2)} ${word(3)}"` },
    "a frequent word without another": { q: `${word(4)} -${word(5)}` },
    "one or another": { q: `${word(7)} or ${word(3_000)}` },
    "three letters": { q: word(300).slice(0, 3) },
    "the most frequent word, newest first": { q: word(1), sort: "newest" },
    "the same, from 2020 on": { q: word(1), sort: "newest", after: middle },
    "the same, back from 2020": { q: word(1), sort: "newest", before: middle },
    "a rare word, newest first": { q: rare, sort: "newest" },
    "a frequent word in a category": { q: word(10), category },
    "a frequent word by an author": { q: word(10), author },
    "a frequent word in a rare language": { q: word(10), lang: "uk" },
    "a rarer word of a category, by an author": { q: word(2_000), category, author },
    "a frequent word of the last week": { q: word(10), time: "week" },
    "a frequent word of the last year, newest first": { q: word(10), time: "year", sort: "newest" },
  };
}
