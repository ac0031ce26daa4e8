import { cleanLine, cleanText } from "@/lib/posts/clean-text";
import { isSafeHref, type Block, type Inline, type Mark } from "@/lib/posts/document";

/** A picture in foreign HTML: where it lies there, what is said of it and what stands under it. */
export type Picture = { type: "picture"; src: string; alt: string; caption: string };
/** What is shown of another site, which becomes a link to it. */
export type Embedded = { type: "embedded"; href: string; caption: string };
/** What a paragraph of foreign HTML holds: runs of text, and what cannot stand in a paragraph here. */
export type Piece = Inline | Picture | Embedded;

/** A run of text; none without a text. */
export function textPiece(text: string, marks: Mark[]): Inline[] {
  if (!text) return [];
  return [marks.length ? { type: "text", text, marks } : { type: "text", text }];
}

/** A paragraph of one run of text; none without a text. */
export function paragraphOf(text: string, marks: Mark[] = []): Block[] {
  const content = textPiece(cleanLine(text), marks);
  return content.length ? [{ type: "paragraph", content }] : [];
}

/** Lines that are an address alone are what it shows (WordPress's autoembed). */
export function embedLines(pieces: Piece[]): Piece[] {
  const [lines, line]: [Piece[], Piece[]] = [[], []];
  const endLine = () => {
    const href = line.every(isPlainText) ? textOfPieces(line).trim() : "";
    if (isWebAddress(href)) lines.push({ type: "embedded", href, caption: "" });
    else for (const piece of line) lines.push(piece);
    line.length = 0;
  };
  for (const piece of pieces) {
    if (piece.type !== "hardBreak") line.push(piece);
    else {
      endLine();
      lines.push(piece);
    }
  }
  endLine();
  return lines;
}

/** Whether a text is an address of the web, and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:/i.test(text) && isSafeHref(text);
}

function isPlainText(piece: Piece): boolean {
  return piece.type === "text" && !piece.marks?.some(({ type }) => type === "link" || type === "code");
}

/** The text of some pieces, line breaks kept. */
export function textOfPieces(pieces: Piece[]): string {
  return pieces.map((piece) => (piece.type === "text" ? piece.text : piece.type === "hardBreak" ? "\n" : "")).join("");
}

/** Runs of text as a browser shows them: blanks and breaks at the ends and doubled blanks are gone; like runs are one. */
export function tidied(content: Inline[]): Inline[] {
  const tidy: Inline[] = [];
  // Kept beside the run: to ask a long text that is still growing for its end takes as long as it is.
  let isAfterBlank = true;
  for (const inline of content) {
    const last = tidy.at(-1);
    if (inline.type === "hardBreak") {
      trimEnd(tidy);
      if (tidy.length) tidy.push({ type: "hardBreak" });
      isAfterBlank = true;
    } else if (inline.type === "footnote") {
      tidy.push(inline);
      isAfterBlank = false;
    } else {
      const text: string = isAfterBlank && inline.text.startsWith(" ") ? inline.text.slice(1) : inline.text;
      if (text) isAfterBlank = text.endsWith(" ");
      if (text && last?.type === "text" && isSameMarks(last.marks, inline.marks)) last.text += text;
      else tidy.push(...textPiece(text, inline.marks ?? []));
    }
  }
  trimEnd(tidy);
  while (tidy.at(-1)?.type === "hardBreak") tidy.pop();
  const clean = tidy.map((inline) => (inline.type === "text" ? { ...inline, text: cleanText(inline.text) } : inline));
  return clean.some((inline) => inline.type === "footnote" || (inline.type === "text" && inline.text.trim())) ? clean : [];
}

function trimEnd(content: Inline[]): void {
  for (let last = content.at(-1); last?.type === "text" && last.text.endsWith(" "); last = content.at(-1)) {
    last.text = last.text.trimEnd();
    if (!last.text) content.pop();
  }
}

function isSameMarks(some: Mark[] = [], others: Mark[] = []): boolean {
  return some.length === others.length && some.every((mark, at) => JSON.stringify(mark) === JSON.stringify(others[at]));
}
