import type { Block } from "@/lib/posts/document";

/** What a source file tells of a post. */
export interface ImportedText {
  title: string;
  standfirst: string;
  blocks: Block[];
}

/** A line that begins what a site puts under every article, in English and German (issue 3, "The article comes in"). */
const MARKERS =
  /^(related posts|leave a reply|leave a comment|ähnliche beiträge|hinterlasse eine antwort|schreibe einen kommentar|kommentar hinterlassen)\s*[:*]?$/i;
const FORM_SENTENCES =
  /^(your e-?mail address will not be published|required fields are marked|(deine|ihre) e-?mail-adresse wird nicht veröffentlicht|erforderliche felder sind)/i;
const SENTENCE_END = /[.!?:“”"»]$/;

/** Whether a line is page furniture by itself: a heading of the reply form or of the Related Posts, or a form's sentence. */
export function isFurniture(line: string): boolean {
  const plain = line.replace(/\s+/g, " ").trim().normalize("NFC");
  return MARKERS.test(plain) || FORM_SENTENCES.test(plain);
}

/**
 * Where the furniture at the end begins: at the first furniture line after which no paragraph of the article comes
 * (what follows "Related Posts" are the titles of others). Takes the paragraphs' texts in order; returns how many of
 * them belong to the article. In doubt text stays: an editor sees what is too much, not what is missing.
 */
export function articleLength(paragraphs: string[]): number {
  for (let last = paragraphs.length; last > 0; last--) {
    const text = paragraphs[last - 1] ?? "";
    if (isProse(text) && !isFurniture(text)) {
      const tail = paragraphs.slice(last).findIndex(isFurniture);
      return tail === -1 ? paragraphs.length : last + tail;
    }
  }
  const first = paragraphs.findIndex(isFurniture);
  return first === -1 ? paragraphs.length : first;
}

/** The rule for sub-headings: under 90 characters, and no end of a sentence or quotation. */
export function isSubHeading(line: string): boolean {
  return Array.from(line).length < 90 && !SENTENCE_END.test(line);
}

function isProse(text: string): boolean {
  return Array.from(text).length >= 90 && SENTENCE_END.test(text);
}
