/** A word: letters or digits, also joined by one sign as in "don't", "E-Mail" and "3.5". */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-‑.,:/][\p{L}\p{N}\p{M}]+)*/gu;

/** Read silently in a minute: between English (238) and German, whose words are longer (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 220;

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** How long a text of so many words takes to read, in whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
