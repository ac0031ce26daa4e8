import { cleanText } from "@/lib/posts/clean-text";
import type { ErrorCode } from "@/lib/result";

/** What a mark does to a run of text. */
export type Mark = { type: "bold" | "italic" | "code" } | { type: "link"; attrs: { href: string } };

/** A run of text, or a line break in it. */
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak" };

/** What a post's text is built from: ProseMirror's JSON, with the attributes that are kept and no others. */
export type Block =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "heading"; attrs: { level: 2 | 3 | 4 }; content?: Inline[] }
  | { type: "codeBlock"; content?: Inline[] }
  | { type: "blockquote"; content: Block[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs: { start: number }; content: ListItem[] }
  | { type: "image"; attrs: { src: string; alt: string } }
  | { type: "horizontalRule" };

export type ListItem = { type: "listItem"; content: Block[] };

/** A post's body as the editor holds it and the database keeps it (version 1 of its form). */
export type PostDocument = { type: "doc"; content: Block[] };

/** A document, or the code of what is wrong with it. */
export type ReadDocument = { document: PostDocument } | { problem: ErrorCode };

/** How deep lists and quotes may lie in one another: enough to write with, too little to exhaust a stack. */
const MAX_DEPTH = 12;
/** The most nodes of a document: a book chapter has a tenth. */
const MAX_NODES = 50_000;

/**
 * Reads an untrusted document by a table of allowed nodes. Attributes outside the table are dropped, as are links
 * that lead elsewhere than http(s), mailto or this site (their text stays). Refused with a code: an unknown node or
 * one out of place (`invalidDocument`), a picture that is not of this site (`invalidDocument`) or without a text for those who
 * do not see it (`altRequired`), too much of anything (`tooLong`). Never throws.
 */
export function readDocument(untrusted: unknown): ReadDocument {
  try {
    const { type, content } = nodeOf(untrusted);
    if (type !== "doc") throw new Refused("invalidDocument");
    return { document: { type, content: new Reading().blocks(content, 0) } };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.code };
    throw error;
  }
}

/** The id of the picture that an address of this site's media shows, or null (`/media/ID/WIDTH.webp` and the like). */
export function mediaIdOf(src: string): string | null {
  return /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[\w.-]+$/.exec(src)?.[1] ?? null;
}

/** Whether a link may lead there: http(s), mailto, a path of this site, a place on the page. */
export function isSafeHref(href: string): boolean {
  // Browsers drop tabs and line breaks inside an address and blanks before it (URL standard §4.4): none may be there.
  return /^(https?:\/\/[^/]|mailto:[^:]|\/(?![/\\])|#)/i.test(href) && !/[\u0000-\u0020\u007f-\u00a0\\]/.test(href) && href.length <= 2000;
}

class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

interface Untrusted {
  type: string;
  content: unknown[];
  attrs: Record<string, unknown>;
  marks: unknown[];
  text: unknown;
}

function nodeOf(value: unknown): Untrusted {
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

/** One reading of a document; it counts the nodes. */
class Reading {
  #nodes = 0;

  blocks(nodes: unknown[], depth: number): Block[] {
    if (depth > MAX_DEPTH) throw new Refused("tooLong");
    return nodes.map((node) => this.#block(this.#next(node), depth));
  }

  #next(value: unknown): Untrusted {
    if (++this.#nodes > MAX_NODES) throw new Refused("tooLong");
    return nodeOf(value);
  }

  #block({ type, content, attrs }: Untrusted, depth: number): Block {
    switch (type) {
      case "paragraph":
        return { type, content: this.#inlines(content) };
      case "heading":
        return { type, attrs: { level: levelOf(attrs.level) }, content: this.#inlines(content) };
      case "codeBlock":
        return { type, content: this.#inlines(content).map(withoutMarks) };
      case "blockquote":
        return { type, content: this.#filled(this.blocks(content, depth + 1)) };
      case "bulletList":
        return { type, content: this.#items(content, depth) };
      case "orderedList":
        return { type, attrs: { start: startOf(attrs.start) }, content: this.#items(content, depth) };
      case "image":
        return { type, attrs: pictureOf(attrs) };
      case "horizontalRule":
        return { type };
      default:
        throw new Refused("invalidDocument");
    }
  }

  #items(nodes: unknown[], depth: number): ListItem[] {
    const items = nodes.map((node): ListItem => {
      const { type, content } = this.#next(node);
      if (type !== "listItem") throw new Refused("invalidDocument");
      return { type, content: this.#filled(this.blocks(content, depth + 1)) };
    });
    return this.#filled(items);
  }

  #filled<T>(nodes: T[]): T[] {
    if (nodes.length === 0) throw new Refused("invalidDocument");
    return nodes;
  }

  #inlines(nodes: unknown[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      const { type, text, marks } = this.#next(node);
      if (type === "hardBreak") return [{ type }];
      if (type !== "text" || typeof text !== "string") throw new Refused("invalidDocument");
      const [clean, kept] = [cleanText(text), marks.flatMap(markOf)];
      // ProseMirror refuses to open an empty run of text.
      if (!clean) return [];
      return [kept.length ? { type, text: clean, marks: kept } : { type, text: clean }];
    });
  }
}

function withoutMarks(inline: Inline): Inline {
  return inline.type === "text" ? { type: "text", text: inline.text } : inline;
}

function markOf(value: unknown): Mark[] {
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

function levelOf(level: unknown): 2 | 3 | 4 {
  if (level === 2 || level === 3 || level === 4) return level;
  throw new Refused("invalidDocument");
}

function startOf(start: unknown): number {
  return Number.isSafeInteger(start) && typeof start === "number" && start >= 0 && start < 1_000_000 ? start : 1;
}

function pictureOf({ src, alt }: Record<string, unknown>): { src: string; alt: string } {
  if (typeof src !== "string" || !mediaIdOf(src)) throw new Refused("invalidDocument");
  const text = typeof alt === "string" ? cleanText(alt).trim() : "";
  if (!text) throw new Refused("altRequired");
  if (Array.from(text).length > 1000) throw new Refused("tooLong");
  return { src, alt: text };
}
