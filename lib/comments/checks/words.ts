import { fold, type Folded } from "@/lib/comments/checks/fold";
import type { Part } from "@/lib/comments/checks/check";

/** One line of a list: a word or phrase, folded. `*` at an end stands for any letters there. */
interface Entry {
  words: string[];
  isOpenAtStart: boolean;
  isOpenAtEnd: boolean;
  /** Found anywhere, also within a word: signs, and scripts that set no spaces between words. */
  literal: string | null;
}

/** A list of words, read: ready to be looked for in any number of texts. */
export interface WordList {
  byFirstWord: Map<string, Entry[]>;
  /** The entries that no whole first word leads to. */
  others: Entry[];
  /** The single words that are looked for among letters set apart. */
  long: string[];
}

interface Token extends Part {
  word: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Fewer letters set apart are initials or a list. */
const MIN_APART = 4;
/** Between two letters of one word that are set apart stand no more units than these. */
const MAX_GAP = 3;
/** More parts of one text are not told. */
const MAX_PARTS = 20;

/** Reads a setting's list, one word or phrase a line. */
export function readWords(lines: string): WordList {
  const entries = lines.split("\n").flatMap((line) => readEntry(line.trim()));
  const byFirstWord = new Map<string, Entry[]>();
  const others: Entry[] = [];
  for (const entry of entries) {
    const [first = ""] = entry.words;
    const isWhole = entry.literal === null && !entry.isOpenAtStart && (entry.words.length > 1 || !entry.isOpenAtEnd);
    if (isWhole) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
    else others.push(entry);
  }
  const single = entries.filter(({ literal, words }) => literal === null && words.length === 1);
  return { byFirstWord, others, long: single.map(({ words: [word = ""] }) => word).filter((word) => word.length >= MIN_APART) };
}

function readEntry(line: string): Entry[] {
  const { text } = fold(line);
  const words = tokensOf(text).map(({ word }) => word);
  const sign = text.replace(/^\*|\*$/g, "").trim();
  if (!sign) return [];
  const literal = words.length === 0 || WITHOUT_SPACES.test(sign) ? sign : null;
  return [{ words, literal, isOpenAtStart: line.startsWith("*"), isOpenAtEnd: line.endsWith("*") }];
}

/** Where a list's words stand in a text: the parts of the original, first ones first, each once. Takes the folded text. */
export function findWords(folded: Folded, list: WordList): Part[] {
  const tokens = tokensOf(folded.text);
  // Of a long list hardly any word is in a text at all: the others are not looked for at every place.
  const others = list.others.filter(({ literal, words: [first = ""] }) => folded.text.includes(literal ?? first));
  const found = [...inSequence(tokens, { ...list, others }), ...apart(tokens, list), ...anywhere(folded.text, others)];
  const parts = found.map(({ begin, until }) => ({ begin: folded.begins[begin] ?? 0, until: folded.ends[until - 1] ?? 0 }));
  const distinct = new Map(parts.map((part) => [`${part.begin}.${part.until}`, part]));
  return [...distinct.values()].sort((one, other) => one.begin - other.begin).slice(0, MAX_PARTS);
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, begin: index, until: index + word.length }));
}

function inSequence(tokens: Token[], { byFirstWord, others }: WordList): Part[] {
  return tokens.flatMap(({ word, begin }, index) => {
    const entries = [...(byFirstWord.get(word) ?? []), ...others].filter((entry) => standsAt(entry, tokens, index));
    return entries.map(({ words }) => ({ begin, until: tokens[index + words.length - 1]?.until ?? begin }));
  });
}

function standsAt({ words, literal, isOpenAtStart, isOpenAtEnd }: Entry, tokens: Token[], index: number): boolean {
  if (literal !== null) return false;
  return words.every((word, nth) => {
    const seen = tokens[index + nth]?.word ?? "";
    const atStart = isOpenAtStart && nth === 0;
    const atEnd = isOpenAtEnd && nth === words.length - 1;
    if (atStart && atEnd) return seen.includes(word);
    return atStart ? seen.endsWith(word) : atEnd ? seen.startsWith(word) : seen === word;
  });
}

/** Words of which every letter is set apart from the next: `c a s i n o`, `c.a.s.i.n.o`. */
function apart(tokens: Token[], { long }: WordList): Part[] {
  return runsOfLetters(tokens).flatMap((run) => {
    const letters = run.map(({ word }) => word).join("");
    return long.flatMap((word) => {
      const at = letters.indexOf(word);
      const [first, last] = [run[at], run[at + word.length - 1]];
      return first && last ? [{ begin: first.begin, until: last.until }] : [];
    });
  });
}

function runsOfLetters(tokens: Token[]): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    const run = runs.at(-1) ?? [];
    const before = run.at(-1);
    if (token.word.length === 1 && (!before || token.begin - before.until <= MAX_GAP)) run.push(token);
    else runs.push(token.word.length === 1 ? [token] : []);
  }
  return runs.filter((run) => run.length >= MIN_APART);
}

function anywhere(text: string, others: Entry[]): Part[] {
  return others.flatMap(({ literal }) => {
    const begin = literal === null ? -1 : text.indexOf(literal);
    return literal === null || begin < 0 ? [] : [{ begin, until: begin + literal.length }];
  });
}
