import { spacedLines } from "@/lib/html/plain";
import type { Block, Inline, Mark } from "@/lib/posts/document";
import { cardBlocks, pictureBlocks } from "./pictures";
import { embedLines, textPiece, tidied, type Piece } from "./pieces";
import { settleShortcodes, type FindAttachment } from "./shortcodes";

/** What the content of a post refers to and does not hold. */
export interface Sources {
  /** The address of our picture for an address in the export; null when there is none. */
  pictureOf: (src: string) => string | null;
  findAttachment: FindAttachment;
}

/** How what comes next is read. */
export interface Around {
  /** How deep the blocks that are made lie in lists, quotes and cells. */
  depth: number;
  kind: "paragraph" | 2 | 3 | 4;
  marks: Mark[];
  /** Line breaks are breaks, blank lines end paragraphs. */
  keepsLines: boolean;
  /** An address alone on a line is what it shows. */
  embedsLines: boolean;
}

/** A line break of the source, which is one with a `<br>` beside it. */
const LINE_BREAK: Piece = { type: "hardBreak" };

/** The blocks of one place (the page, a quote, an item, a cell), as they are gathered. */
export class Flow {
  readonly blocks: Block[] = [];
  /** What stands under the next picture, table or embedded thing; it takes it. */
  caption = "";
  #pieces: Piece[] = [];
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Takes text as it stands in the source. */
  text(text: string, around: Around): void {
    const spaced = around.keepsLines ? spacedLines(text) : text.replace(/[ \t\n\r\f]+/g, " ");
    for (const [at, paragraph] of spaced.split("\n\n").entries()) {
      if (at > 0) this.flush(around);
      for (const [nth, line] of paragraph.split("\n").entries()) {
        if (nth > 0 && this.#pieces.at(-1)?.type !== "hardBreak") this.#pieces.push(LINE_BREAK);
        if (line !== " " || this.#pieces.at(-1)?.type !== "hardBreak") this.#pieces.push(...textPiece(line, around.marks));
      }
    }
  }

  /** Takes a line break; where lines are kept, two of them end a paragraph. */
  lineBreak(around: Around): void {
    const last = this.#pieces.at(-1);
    if (last === LINE_BREAK) this.#pieces.pop();
    if (last?.type === "hardBreak" && last !== LINE_BREAK && around.keepsLines) this.flush(around);
    else this.#pieces.push({ type: "hardBreak" });
  }

  /** Ends a paragraph with a divider. */
  rule(around: Around): void {
    this.flush(around);
    this.push([{ type: "horizontalRule" }]);
  }

  add(piece: Piece): void {
    this.#pieces.push(piece);
  }

  push(blocks: Block[]): void {
    for (const block of blocks) this.blocks.push(block);
  }

  takeCaption(): string {
    const { caption } = this;
    this.caption = "";
    return caption;
  }

  /** Ends a paragraph: what was gathered becomes blocks, split where a picture or an embedded thing stands in it. */
  flush({ kind, embedsLines }: Around): void {
    const pieces = settleShortcodes(this.#pieces, this.#sources.findAttachment);
    this.#pieces = [];
    let content: Inline[] = [];
    const end = () => {
      const tidy = tidied(content);
      content = [];
      if (tidy.length) this.blocks.push(kind === "paragraph" ? { type: kind, content: tidy } : heading(kind, tidy));
    };
    for (const piece of embedsLines && kind === "paragraph" ? embedLines(pieces) : pieces) {
      if (piece.type === "picture" || piece.type === "embedded") {
        end();
        const captioned = { ...piece, caption: piece.caption || this.takeCaption() };
        this.push(captioned.type === "picture" ? pictureBlocks(captioned, this.#sources.pictureOf) : cardBlocks(captioned));
      } else content.push(piece);
    }
    end();
  }
}

/** A heading is bold by itself. */
function heading(level: 2 | 3 | 4, content: Inline[]): Block {
  const plain = content.map((inline): Inline => {
    const marks = inline.type === "text" ? inline.marks?.filter(({ type }) => type !== "bold") : undefined;
    return inline.type === "text" ? { type: "text", text: inline.text, ...(marks?.length ? { marks } : {}) } : inline;
  });
  return { type: "heading", attrs: { level }, content: tidied(plain) };
}
