import { publicDb } from "@/lib/db/public";
import { wantedWords, type Term } from "@/lib/search/read-query";
import { WORD, fold } from "@/lib/search/fold";

/** Shorter words are near to too many others. */
const MIN_WORD_CHARS = 4;
/** So many words of a query are looked at. */
const MOST_WORDS = 5;
/** The nearest words by trigrams that are compared letter by letter. */
const NEAREST = 12;

interface Near {
  folded: string;
  spelling: string;
  posts: number;
}

/**
 * A query with its mistyped words put right: those that no post has are replaced by the nearest one that posts have. Takes
 * the query's text and terms. Returns the new text, or null where nothing is near. Whether posts match it, a search tells.
 * Indexes: search_word_pkey, search_word_near.
 */
export async function putRight(text: string, terms: Term[]): Promise<string | null> {
  const asked = wantedWords(terms)
    .filter((word) => Array.from(word).length >= MIN_WORD_CHARS)
    .slice(0, MOST_WORDS);
  const known = await publicDb.searchWord.findMany({ where: { folded: { in: asked } }, select: { folded: true }, take: MOST_WORDS });
  const unknown = asked.filter((word) => !known.some(({ folded }) => folded === word));
  const right = new Map<string, string>();
  for (const word of unknown) {
    const near = await nearestTo(word);
    if (near) right.set(word, near);
  }
  if (right.size === 0) return null;
  return text
    .split(WORD)
    .map((part, at) => (at % 2 ? (right.get(fold("simple", part)) ?? part) : part))
    .join("");
}

/** Of the words that share most trigrams with it the one that differs in the fewest letters; of equals the more frequent. */
async function nearestTo(word: string): Promise<string | null> {
  const rows = await publicDb.$queryRaw<Near[]>`
    select folded, spelling, posts from search_word where folded % ${word}
    order by similarity(folded, ${word}) desc, posts desc limit ${NEAREST}`;
  const most = word.length < 6 ? 1 : word.length < 11 ? 2 : 3;
  const near = rows
    .map((row) => ({ ...row, distance: differingLetters(word, row.folded) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.posts - a.posts);
  return near[0]?.spelling ?? null;
}

/** Damerau–Levenshtein distance (optimal string alignment): letters put in, left out, changed, or two swapped. */
export function differingLetters(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
