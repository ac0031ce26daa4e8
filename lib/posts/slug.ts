/** The longest slug, in characters (the database checks it too). */
export const MAX_SLUG_CHARS = 120;

/** Letters that Unicode does not take apart into a base and a mark, and German ones as German spells them out. */
const SPELLED: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  å: "a",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * The address that a title makes: German letters spelled out, other marks left off, a–z, 0–9 and single hyphens, at
 * most 120 characters, cut between words. Returns "" when nothing of the title is left.
 */
export function slugOf(title: string): string {
  const plain = spelledOut(title).replace(/['’]/g, "");
  return cutSlug(plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""), MAX_SLUG_CHARS);
}

/**
 * The slug that a part of an address of WordPress's makes: letters that are not Latin stand percent-encoded there, and
 * `_` is allowed. Returns "" when nothing of it is left, and when letters or signs would be lost: two such would be one.
 */
export function slugOfPart(part: string): string {
  const text = decodedPart(part);
  return LOST.test(spelledOut(text)) ? "" : slugOf(text);
}

/** A part of an address as it is read; "" for what does not decode as UTF-8. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}

/** What stands for something, and has no place in a slug. */
const LOST = /[^\p{ASCII}\p{P}\p{Z}]/u;

function spelledOut(text: string): string {
  const spelled = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => SPELLED[letter] ?? letter);
  return spelled.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** A slug for the nth post that would have this one: the slug itself, then `-2`, `-3` and so on, never too long. */
export function numberedSlug(slug: string, nth: number): string {
  return nth === 1 ? slug : `${cutSlug(slug, MAX_SLUG_CHARS - `-${nth}`.length)}-${nth}`;
}

function cutSlug(slug: string, room: number): string {
  if (slug.length <= room) return slug;
  const cut = slug.slice(0, room + 1).lastIndexOf("-");
  return slug.slice(0, cut > 0 ? cut : room);
}
