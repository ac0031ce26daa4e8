import { cleanText } from "@/lib/posts/clean-text";
import {
  DOCUMENT_VERSION,
  type Block,
  type Inline,
  type ListItem,
  type PostDocument,
  type TableCell,
  type TableRow,
} from "@/lib/posts/document";
import {
  asCode,
  captionOf,
  cardOf,
  levelOf,
  markOf,
  nodeOf,
  noteOf,
  pictureOf,
  Refused,
  sourceOf,
  spansOf,
  startOf,
  type Untrusted,
} from "@/lib/posts/read-node";
import { upgradeDocument } from "@/lib/posts/upgrade-document";
import type { ErrorCode } from "@/lib/result";

/** A document, or the code of what is wrong with it. */
export type ReadDocument = { document: PostDocument } | { problem: ErrorCode };

/** How deep lists and quotes may lie in one another: enough to write with, too little to exhaust a stack. */
export const MAX_DEPTH = 12;
/** The most nodes of a document: a book chapter has a tenth. */
export const MAX_NODES = 50_000;
/** What a table's cell may hold. */
const IN_CELLS = ["paragraph", "bulletList", "orderedList"];

/**
 * Reads an untrusted document by a table of allowed nodes; one that was stored in an older form is brought into today's
 * first. Takes the document and the version of its form. Attributes outside the table are dropped, as are links that
 * lead elsewhere than http(s), mailto or this site (their text stays). Refused with a code: an unknown version or node,
 * or one out of place (`invalidDocument`), a picture that is not of this site (`invalidDocument`) or without a text for
 * those who do not see it (`altRequired`), a card that leads nowhere (`invalidUrl`), too much of anything (`tooLong`).
 * Never throws.
 */
export function readDocument(untrusted: unknown, version = DOCUMENT_VERSION): ReadDocument {
  const upgraded = upgradeDocument(untrusted, version);
  if (!upgraded) return { problem: "invalidDocument" };
  try {
    const { type, content } = nodeOf(upgraded.document);
    if (type !== "doc") throw new Refused("invalidDocument");
    return { document: { type, content: new Reading().blocks(content, 0) } };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.code };
    throw error;
  }
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
        return { type, content: this.#inlines(content).flatMap(asCode) };
      case "blockquote":
        return { type, content: this.#filled(this.blocks(content, depth + 1)) };
      case "bulletList":
        return { type, content: this.#items(content, depth) };
      case "orderedList":
        return { type, attrs: { start: startOf(attrs.start) }, content: this.#items(content, depth) };
      case "pullQuote":
        return { type, attrs: sourceOf(attrs), content: this.#inlines(content) };
      case "figure":
        return { type, attrs: pictureOf(attrs) };
      case "linkCard":
        return { type, attrs: cardOf(attrs) };
      case "table":
        return { type, attrs: captionOf(attrs), content: this.#rows(content, depth) };
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

  #rows(nodes: unknown[], depth: number): TableRow[] {
    const rows = nodes.map((node): TableRow => {
      const { type, content } = this.#next(node);
      if (type !== "tableRow") throw new Refused("invalidDocument");
      return { type, content: content.map((cell) => this.#cell(this.#next(cell), depth)) };
    });
    // A row may be empty where cells of the rows above reach into it.
    this.#filled(rows.flatMap(({ content }) => content));
    return rows;
  }

  #cell({ type, content, attrs }: Untrusted, depth: number): TableCell {
    if (type !== "tableCell" && type !== "tableHeader") throw new Refused("invalidDocument");
    const blocks = this.blocks(content, depth + 1);
    if (blocks.some((block) => !IN_CELLS.includes(block.type))) throw new Refused("invalidDocument");
    return { type, attrs: spansOf(attrs), content: this.#filled(blocks) };
  }

  #filled<T>(nodes: T[]): T[] {
    if (nodes.length === 0) throw new Refused("invalidDocument");
    return nodes;
  }

  #inlines(nodes: unknown[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      const { type, text, marks, attrs } = this.#next(node);
      if (type === "hardBreak") return [{ type }];
      if (type === "footnote") return noteOf(attrs).map((note) => ({ type, attrs: note }));
      if (type !== "text" || typeof text !== "string") throw new Refused("invalidDocument");
      const [clean, kept] = [cleanText(text), marks.flatMap(markOf)];
      // ProseMirror refuses to open an empty run of text.
      if (!clean) return [];
      return [kept.length ? { type, text: clean, marks: kept } : { type, text: clean }];
    });
  }
}
