import { z } from "zod";
import { cleanLine } from "@/lib/posts/clean-text";
import { linkInput } from "@/lib/posts/schema";
import { tooLong } from "@/lib/result";

const line = (most: number) =>
  z
    .string("required")
    .transform(cleanLine)
    .pipe(z.string().refine((text) => Array.from(text).length <= most, tooLong(most)));
const label = line(1000);

// What the editor's dialogs take; lib/posts/read-node.ts holds the same limits for what comes in.

/** What stands with a picture in the text. */
export const figureInput = z.object({ alt: label.pipe(z.string().min(1, "altRequired")), caption: label, credit: label });

/** A link as a card; without a title, its address makes one. */
export const cardInput = linkInput
  .extend({ title: label, description: label })
  .transform(({ title, ...card }) => ({ ...card, title: title || titleOfAddress(card.href) }));

/** A footnote's text. */
export const noteInput = z.object({ text: line(4000).pipe(z.string().min(1, "required")) });

/** Who said what a pull quote quotes. */
export const sourceInput = z.object({ source: label });

/** A table's caption. */
export const captionInput = z.object({ caption: label });

/** A title as an address tells it: the words of its last part, or else its host. Nothing is fetched. */
export function titleOfAddress(href: string): string {
  if (!URL.canParse(href)) return href;
  const { hostname, pathname } = new URL(href);
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const words = decoded(last)
    .replace(/\.(html?|php|aspx?)$/i, "")
    .split(/[-_+\s]+/)
    .filter((word) => /\p{L}/u.test(word));
  const title = cleanLine(words.join(" "));
  return title ? title.charAt(0).toUpperCase() + title.slice(1) : hostname.replace(/^www\./, "");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // Not every address is UTF-8: then it is shown as it is written.
    if (error instanceof URIError) return part;
    throw error;
  }
}
