import { createHash } from "node:crypto";
import { decodedPart, slugOfPart } from "@/lib/posts/slug";

/** A part of an address that is a name, as it stands there or as somebody typed it: no file's, no machine's guess. */
const NAME = /^(?:[\w-]|\P{ASCII}|%[89a-f][0-9a-f])+$/iu;

/** The last part of a permalink of WordPress's without the `.html` that it may end in, as a file's name does. */
export function withoutEnding(part: string): string {
  return part.replace(/\.html?$/i, "");
}

/**
 * The slug under which a former address of WordPress's is kept, and found, by its last part: the one that it makes, or,
 * where letters would be lost in that (Cyrillic, Japanese; WordPress writes them percent-encoded, in lower case), `former-`
 * and a digest of it, so that no two are one. Permalinks may end in `.html` there. Returns "" for what is no name, or
 * does not decode.
 */
export function formerSlug(part: string): string {
  const name = withoutEnding(part);
  if (!NAME.test(name)) return "";
  const slug = slugOfPart(name);
  const text = decodedPart(name).normalize("NFC").toLowerCase();
  if (slug || !/\P{ASCII}/u.test(text)) return slug;
  return `former-${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}
