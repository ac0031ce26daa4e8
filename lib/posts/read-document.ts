import { cleanText } from "@/lib/posts/clean-text";
import type { Block, Inline, ListItem, PostDocument } from "@/lib/posts/document";
import { levelOf, markOf, nodeOf, pictureOf, Refused, startOf, type Untrusted } from "@/lib/posts/read-node";
import type { ErrorCode } from "@/lib/result";

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
