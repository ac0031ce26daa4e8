import { WORD } from "@/lib/search/fold";

/** A piece of a text; `isMarked` where it is a word that was looked for. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** So long is an excerpt at most, in characters. */
const EXCERPT_CHARS = 240;
/** So much of it stands before the first word that was looked for. */
const LEAD_CHARS = 60;

/** A text in pieces, with the words marked that `isWanted` says. Their texts joined are the text. */
export function markWords(text: string, isWanted: (word: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  // Split by a pattern with a group, each second piece is a word.
  for (const [at, part] of text.split(WORD).entries()) {
    const isMarked = at % 2 === 1 && isWanted(part);
    const last = pieces.at(-1);
    if (last && !isMarked && !last.isMarked) last.text += part;
    else if (part) pieces.push({ text: part, isMarked });
  }
  return pieces;
}

/**
 * The place of a text that tells most of why it was found: where the most different wanted words stand together, cut at
 * words, with an ellipsis where something is left out. Null when no wanted word is in it.
 */
export function excerptOf(text: string, isWanted: (word: string) => boolean): Piece[] | null {
  const hits = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => (isWanted(word) ? [{ word: word.toLowerCase(), index }] : []));
  const best = densest(hits);
  if (best === null) return null;
  const begin = wordAt(text, Math.max(0, best - LEAD_CHARS));
  const rest = text.slice(begin, begin + EXCERPT_CHARS);
  const isCut = begin + EXCERPT_CHARS < text.length;
  const shown = (isCut ? rest.slice(0, Math.max(rest.lastIndexOf(" "), best - begin + 1)) : rest).replace(/\s+/g, " ").trimEnd();
  return markWords(`${begin > 0 ? "… " : ""}${shown}${isCut ? " …" : ""}`, isWanted);
}

/** Where the span begins that holds the most different words; the first of equals. */
function densest(hits: { word: string; index: number }[]): number | null {
  let best: { index: number; words: number } | null = null;
  for (const [at, { index }] of hits.entries()) {
    const words = new Set<string>();
    for (let next = at; next < hits.length; next++) {
      const hit = hits[next];
      if (!hit || hit.index >= index + EXCERPT_CHARS - LEAD_CHARS) break;
      words.add(hit.word);
    }
    if (!best || words.size > best.words) best = { index, words: words.size };
  }
  return best?.index ?? null;
}

/** The beginning of the first word at or after a place. */
function wordAt(text: string, place: number): number {
  if (place === 0) return 0;
  const blank = text.slice(place, place + LEAD_CHARS).search(/\s\S/);
  return blank < 0 ? place : place + blank + 1;
}
