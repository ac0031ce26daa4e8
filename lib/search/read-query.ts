import { fold, foldedWords, spellOut, type Stemmer } from "@/lib/search/fold";

/** A last word is completed from so many letters on: fewer begin too many words. */
const MIN_BEGINNING_CHARS = 3;

/** A word or phrase of a query. */
export interface Term {
  /** As it was typed, without quotation marks and minus. */
  text: string;
  /** Its folded words; several are looked for side by side. */
  words: string[];
  /** The same with umlauts spelled by "e", as a name may stand in a language that has none. */
  spelledOut: string[];
  /** It stood in quotation marks. */
  isQuoted: boolean;
  /** `-word`: posts with it are left out. */
  isExcluded: boolean;
  /** It stands beside the one before it as a choice (`or`). */
  isChoice: boolean;
}

const TERM = /(-?)"([^"]*)"?|(-?)([^\s"]+)/g;
/** "or" in any writing, as `websearch_to_tsquery` has it; the German one in capitals only, since it also stands in titles. */
const CHOICE = /^([oO][rR]|ODER)$/;

/**
 * Reads what somebody typed into a search field, as search engines do: words that all must be there, `"phrases"` (in any
 * language's quotation marks), `-without`, `one or other` (in German `ODER`). Takes cleaned text of one line. Returns its
 * terms; a text without words has none. Never throws: what means nothing is left out.
 */
export function readQuery(text: string): Term[] {
  const terms: Term[] = [];
  let isChoice = false;
  for (const [, minus, phrase, bareMinus, bare] of text.replace(/[„“”‟«»]/g, '"').matchAll(TERM)) {
    if (bare && !bareMinus && CHOICE.test(bare)) {
      isChoice = terms.length > 0;
      continue;
    }
    const typed = (phrase ?? bare ?? "").trim();
    const words = foldedWords("simple", typed);
    if (words.length === 0) continue;
    const isExcluded = Boolean(minus || bareMinus);
    terms.push({
      text: typed,
      words,
      spelledOut: foldedWords("simple", spellOut(typed)),
      isQuoted: phrase !== undefined,
      isExcluded,
      isChoice,
    });
    isChoice = false;
  }
  return terms;
}

/** The ways in which a term may be written in a text of a language: with umlauts as "ue", too, and with "ue" as an umlaut. */
export function spellingsOf({ words, spelledOut }: Term, stemmer: Stemmer): string[] {
  const plain = words.join(" ");
  // In German it is the database that folds them into one.
  return stemmer === "de" ? [plain] : [...new Set([plain, fold("de", plain), spelledOut.join(" ")])];
}

/** The words that are looked for, each once: as typed, with umlauts as "ue", and with "ue" as an umlaut. */
export function everySpelling(terms: Term[]): string[] {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  return [...new Set(wanted.flatMap(({ words, spelledOut }) => [...words, ...spelledOut, ...words.map((word) => fold("de", word))]))];
}

/** The words that are looked for, each once. */
export function wantedWords(terms: Term[]): string[] {
  return [...new Set(terms.filter(({ isExcluded }) => !isExcluded).flatMap(({ words }) => words))];
}

/** The last word, if it may still be the beginning of one: not in quotation marks, not excluded, and of three letters or more. */
export function lastBeginning(terms: Term[]): string | null {
  const last = terms.at(-1);
  const [word = ""] = last?.words ?? [];
  const isOpen = last && !last.isQuoted && !last.isExcluded && last.words.length === 1;
  return isOpen && Array.from(word).length >= MIN_BEGINNING_CHARS ? word : null;
}
