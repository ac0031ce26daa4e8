import { cleanLine } from "@/lib/posts/clean-text";
import { isSafeHref, mediaIdOf, type Figure, type Inline, type LinkCard, type Mark } from "@/lib/posts/document";
import type { ErrorCode } from "@/lib/result";

/** The longest caption, credit, title and the like, in characters. */
export const MAX_LINE_CHARS = 1000;
/** The longest footnote, in characters. */
export const MAX_NOTE_CHARS = 4000;
/** The most columns or rows that one cell takes. */
export const MAX_SPAN = 100;

/** Ends a reading from within; `readDocument` turns it into a value. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** A node before anything of it is known. */
export interface Untrusted {
  type: string;
  content: unknown[];
  attrs: Record<string, unknown>;
  marks: unknown[];
  text: unknown;
}

/** A node's parts, of any value: throws Refused for what is no node. */
export function nodeOf(value: unknown): Untrusted {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string")
    throw new Refused("invalidDocument");
  const { content, attrs, marks, text } = value as Record<string, unknown>;
  return { type: value.type, content: listOf(content), attrs: isRecord(attrs) ? attrs : {}, marks: listOf(marks), text };
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refused("invalidDocument");
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The mark that a value is, if it is kept: a link to elsewhere than `isSafeHref` is not. Throws Refused for an unknown one. */
export function markOf(value: unknown): Mark[] {
  const { type, attrs } = nodeOf(value);
  switch (type) {
    case "bold":
    case "italic":
    case "code":
      return [{ type }];
    case "link":
      return typeof attrs.href === "string" && isSafeHref(attrs.href) ? [{ type, attrs: { href: attrs.href } }] : [];
    default:
      throw new Refused("invalidDocument");
  }
}

/** A sub-heading's level; throws Refused for another. */
export function levelOf(level: unknown): 2 | 3 | 4 {
  if (level === 2 || level === 3 || level === 4) return level;
  throw new Refused("invalidDocument");
}

/** The number that a list begins with; 1 when it is none. */
export function startOf(start: unknown): number {
  return Number.isSafeInteger(start) && typeof start === "number" && start >= 0 && start < 1_000_000 ? start : 1;
}

/** A picture's attributes; throws Refused when it is not of this site or has no text for those who do not see it. */
export function pictureOf({ src, alt, caption, credit }: Record<string, unknown>): Figure["attrs"] {
  if (typeof src !== "string" || !mediaIdOf(src)) throw new Refused("invalidDocument");
  const read = { src, alt: line(alt), caption: line(caption), credit: line(credit) };
  if (!read.alt) throw new Refused("altRequired");
  return read;
}

/** A link card's attributes; without a title its address is shown. Throws Refused when it leads nowhere. */
export function cardOf({ href, title, description }: Record<string, unknown>): LinkCard["attrs"] {
  if (typeof href !== "string" || !isSafeHref(href)) throw new Refused("invalidUrl");
  return { href, title: line(title) || href, description: line(description) };
}

/** Who said what a pull quote quotes; may be empty. */
export function sourceOf({ source }: Record<string, unknown>): { source: string } {
  return { source: line(source) };
}

/** A table's caption; may be empty. */
export function captionOf({ caption }: Record<string, unknown>): { caption: string } {
  return { caption: line(caption) };
}

/** How many columns and rows a cell takes; one where nothing that makes sense is said. */
export function spansOf({ colspan, rowspan }: Record<string, unknown>): { colspan: number; rowspan: number } {
  return { colspan: spanOf(colspan), rowspan: spanOf(rowspan) };
}

function spanOf(span: unknown): number {
  return Number.isSafeInteger(span) && typeof span === "number" && span >= 1 && span <= MAX_SPAN ? span : 1;
}

/** A footnote's text; an empty one is none. Throws Refused for one that is too long. */
export function noteOf({ text }: Record<string, unknown>): { text: string }[] {
  const read = line(text, MAX_NOTE_CHARS);
  return read ? [{ text: read }] : [];
}

/** An attribute that is read as one line; throws Refused when it is too long. */
function line(value: unknown, most = MAX_LINE_CHARS): string {
  const text = typeof value === "string" ? cleanLine(value) : "";
  if (Array.from(text).length > most) throw new Refused("tooLong");
  return text;
}

/** A run of code: in it there are no marks, and a footnote would be taken for a part of it. */
export function asCode(inline: Inline): Inline[] {
  if (inline.type === "footnote") return [];
  return [inline.type === "text" ? { type: "text", text: inline.text } : inline];
}
