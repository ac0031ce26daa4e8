import { diffArrays } from "diff";
import { countOf, countsOf, missingIn } from "@/lib/comments/word-counts";

/** A word as it is written, and what of it is compared: its letters, digits, pictures and currencies, without case, accents and other signs. */
interface Word {
  written: string;
  letters: string;
}

/** Articles, pronouns, forms of "to be": grammar puts another in their place. */
const SHORT = /^\p{L}{1,3}$/u;

/** Where more than so many words, or letters between two words that stayed, are others, nothing was mended there: comparing costs by the square. */
const MOST_CHANGED = 600;

/**
 * Which words of a text another takes out, instead of mending how they are written: of each that is no longer there half the
 * letters, and of a number every digit, must stand in its place, in whatever words; in the place of one of up to three letters
 * any other word. Of one said twice in a row one is enough.
 * What is put in besides is no matter here. Takes the text before and after. Returns those words as they were written.
 */
export function wordsTakenOut(before: string, after: string): string[] {
  const [had, has] = [wordsOf(before), wordsOf(after)];
  const [of, there] = [countsOf(had.map(({ letters }) => letters)), countsOf(has.map(({ letters }) => letters))];
  // What is there as often as before was moved at most.
  const [lacking, fresh] = [missingIn(there, of), missingIn(of, there)];
  return stretches(had, has).flatMap(({ out, put }) => goneOf(some(out, lacking), some(put, fresh)));
}

/** The words of a text, one said twice in a row once. */
function wordsOf(text: string): Word[] {
  const segments = [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)];
  const words = segments.map(({ segment: written }) => ({ written, letters: lettersOf(written) })).filter(({ letters }) => letters !== "");
  return words.filter(({ letters }, at) => letters !== words[at - 1]?.letters);
}

function lettersOf(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Sc}\p{So}\p{Extended_Pictographic}]/gu, "");
}

/** What changed between two words that stayed: those of the text before, and those in their place. */
function stretches(had: Word[], has: Word[]): { out: Word[]; put: Word[] }[] {
  const comparator = (one: Word, other: Word) => one.letters === other.letters;
  const changes = diffArrays(had, has, { comparator, maxEditLength: MOST_CHANGED });
  if (!changes) return [{ out: had, put: has }];
  const all: { out: Word[]; put: Word[] }[] = [{ out: [], put: [] }];
  for (const { value, added, removed } of changes) {
    if (!added && !removed) all.push({ out: [], put: [] });
    else all.at(-1)?.[added ? "put" : "out"].push(...value);
  }
  return all;
}

/** Of these words so many of each as are counted, which are counted down. */
function some(words: Word[], counts: Map<string, number>): Word[] {
  return words.filter(({ letters }) => {
    const left = countOf(counts, letters);
    if (left > 0) counts.set(letters, left - 1);
    return left > 0;
  });
}

/** Which of these words do not stand in the others, however those are joined or split. A short one can have made way for another. */
function goneOf(words: Word[], instead: Word[]): string[] {
  const [had, has] = [words, instead].map((each) => each.flatMap(({ letters }) => Array.from(letters)));
  const changes = diffArrays(had ?? [], has ?? [], { maxEditLength: MOST_CHANGED }) ?? [];
  const stays = changes.flatMap(({ value, added, removed }) => (added ? [] : value.map(() => !removed)));
  let at = 0;
  const lost = words.filter(({ letters }) => {
    const all = Array.from(letters);
    const left = all.filter(() => stays[at++]);
    return left.length * 2 < all.length || digitsOf(left) !== digitsOf(all);
  });
  let others = instead.length - (words.length - lost.length);
  return lost.filter(({ letters }) => !(SHORT.test(letters) && others-- > 0)).map(({ written }) => written);
}

function digitsOf(letters: string[]): string {
  return letters.filter((letter) => /\p{N}/u.test(letter)).join("");
}
