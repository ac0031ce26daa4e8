import { publicDb } from "@/lib/db/public";
import { fold, WORD, type Stemmer } from "@/lib/search/fold";
import type { Questions } from "@/lib/search/questions";
import { everySpelling, type Term } from "@/lib/search/read-query";

/** A stem keeps so many first letters of its word. */
const KEPT_CHARS = 2;
/** So many different words of a page's texts are looked at. */
const MOST_WORDS = 2_000;

/** A text in which words are to be marked. */
export interface Marked {
  stemmer: Stemmer;
  text: string;
}

/**
 * Tells which words of some texts were looked for. The stems are the database's: it is asked once for all those that
 * begin like a wanted word. Returns what tells it of a word as it is written and its language.
 */
export async function wantedIn(texts: Marked[], terms: Term[], { any }: Questions): Promise<(stemmer: Stemmer, word: string) => boolean> {
  const wantedWords = everySpelling(terms);
  const beginnings = new Set(wantedWords.map(first));
  const mayBe = beginsLike(wantedWords);
  const folded = new Map<string, { stemmer: Stemmer; word: string }>();
  for (const { stemmer, text } of texts) {
    for (const [written] of text.matchAll(WORD)) {
      if (!mayBe(written)) continue;
      const word = fold(stemmer, written);
      if (beginnings.has(first(word)) && folded.size < MOST_WORDS) folded.set(`${stemmer} ${word}`, { stemmer, word });
    }
  }
  const asked = [...folded.values()];
  // Not by search_vector: it would fold each word once more, which takes six times as long as to stem it.
  const rows = await publicDb.$queryRaw<{ word: string; stemmer: Stemmer }[]>`
    select word, stemmer from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ stemmer }) => stemmer)}::text[]) as asked (word, stemmer)
    where to_tsvector(case stemmer when 'de' then 'german'::regconfig when 'en' then 'english'::regconfig else 'simple'::regconfig end, word) @@
      (case stemmer when 'de' then ${any.de}::tsquery when 'en' then ${any.en}::tsquery else ${any.simple}::tsquery end)`;
  const wanted = new Set(rows.map(({ word, stemmer }) => `${stemmer} ${word}`));
  return (stemmer, word) => mayBe(word) && wanted.has(`${stemmer} ${fold(stemmer, word)}`);
}

/** Tells by its first letter which word may be a wanted one: to fold every word of ten texts takes longer than to find the texts. */
function beginsLike(wantedWords: string[]): (written: string) => boolean {
  const initials = new Set(wantedWords.map(initial));
  const known = new Map<string, boolean>();
  return ([letter = ""]) => {
    const knows = known.get(letter);
    if (knows !== undefined) return knows;
    const folded = fold("simple", letter);
    // Of a mark, which is folded away, the letter that follows would tell.
    const may = folded === "" || initials.has(initial(folded));
    known.set(letter, may);
    return may;
  };
}

function initial([letter = ""]: string): string {
  return letter;
}

function first(word: string): string {
  return word.slice(0, KEPT_CHARS);
}
