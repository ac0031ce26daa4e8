/** How the words of a language are made comparable: German, English, or as they are (see `search_stemmer` in SQL). */
export type Stemmer = "de" | "en" | "simple";

export const STEMMERS = ["de", "en", "simple"] as const satisfies Stemmer[];

/** ASCII and typographic punctuation, signs, blanks: what stands between words. */
const BETWEEN =
  "\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u2190-\\u2bff\\u3000-\\u303f\\ufe00-\\ufe4f\\ufffd";
const NO_WORD = new RegExp(`[${BETWEEN}]+`, "g");
const LETTERS: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" };

/** A word as a text writes it, with its capitals and accents. For `matchAll` and `split`. */
export const WORD = new RegExp(`([^${BETWEEN}]+)`, "g");

/**
 * A text as its words are compared: without capitals, accents and punctuation; in German an umlaut is one with its
 * spelling by "e". Does what `search_fold` does in the database (migration "search"); a test holds them equal. Takes the
 * stemmer of the language, or `simple` for none, and any text.
 */
export function fold(stemmer: Stemmer, text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþς]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(NO_WORD, " ");
  return stemmer === "de" ? plain.replace(/(^|[^aeiouq])([aou])e/g, "$1$2") : plain;
}

/** A text with its umlauts spelled by "e", as who has no such letters writes a German name. */
export function spellOut(text: string): string {
  return text.normalize("NFC").replace(/[äöü]/gi, (letter) => `${letter.normalize("NFD").charAt(0)}e`);
}

/** The folded words of a text, in their order. */
export function foldedWords(stemmer: Stemmer, text: string): string[] {
  return fold(stemmer, text).split(" ").filter(Boolean);
}
