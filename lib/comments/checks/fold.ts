import unhomoglyph from "unhomoglyph";

/** A text as it reads, and of each of its UTF-16 code units the part of the original that it came from. */
export interface Folded {
  text: string;
  begins: number[];
  ends: number[];
}

/** Digits that stand in for letters, in words written to slip through. */
const DIGITS: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };

const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * Folds a text, so that what reads the same is the same: compatibility forms, case and accents (NFKD, UAX #15), marks
 * and invisible characters, look-alikes of other scripts (Unicode's confusables, UTS #39), digits for letters. Takes
 * any text. Returns the folded one and where in the original each unit of it stands; it is for comparing, not for reading.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: "", begins: [], ends: [] };
  const parts: string[] = [];
  let begin = 0;
  for (const character of text) {
    const end = begin + character.length;
    const read = foldCharacter(character);
    parts.push(read);
    for (let unit = 0; unit < read.length; unit++) {
      folded.begins.push(begin);
      folded.ends.push(end);
    }
    begin = end;
  }
  return { ...folded, text: parts.join("") };
}

function foldCharacter(character: string): string {
  if (character < "\u0080") return DIGITS[character] ?? character.toLowerCase();
  const plain = plainLetters(character);
  // Of what is ASCII by now, Unicode's table would make a capital I an l, and an m two letters.
  return Array.from(plain, (letter) => (letter < "\u0080" ? (DIGITS[letter] ?? letter) : plainLetters(unhomoglyph(letter)))).join("");
}

/** Upper case first: full case folding makes two letters of one (ß). */
function plainLetters(text: string): string {
  const letters = text.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
  return Array.from(letters)
    .filter((letter) => !INVISIBLE.test(letter))
    .join("");
}
