/** Control characters (C0, C1) and halves of surrogate pairs: PostgreSQL refuses some of them, and none shows anything. */
const UNSHOWN = /[\p{Cc}\p{Cs}]/gu;

/** A text without what cannot be stored or shown, in Unicode's composed form (NFC); tabs and line breaks stay. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(UNSHOWN, (character) => (character === "\n" || character === "\t" ? character : ""))
    .normalize("NFC");
}

/** The same for a field of one line: what breaks or indents it becomes a blank, and the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** A text of one line in two: as much as there may be (in characters), and the rest. */
export function cutLine(text: string, most: number): [string, string] {
  const characters = Array.from(cleanLine(text));
  if (characters.length <= most) return [characters.join(""), ""];
  const blank = characters.lastIndexOf(" ", most);
  const end = blank > 0 ? blank : most;
  return [characters.slice(0, end).join(""), characters.slice(end).join("").trim()];
}
