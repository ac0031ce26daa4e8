import type { Block, Inline, PostDocument } from "@/lib/posts/document";

/**
 * A document as plain text, for search, for descriptions and for counting words: the running text first, then what
 * stands beside it (captions, link cards, the sources of pull quotes) and the footnotes, each apart by an empty line.
 */
export function documentText({ content }: PostDocument): string {
  const aside: string[] = [];
  const notes: string[] = [];
  content.forEach((block) => gather(block, aside, notes));
  return [...content.map(textOf), ...aside, ...notes].filter(Boolean).join("\n\n");
}

/** A block's running text: paragraphs in it apart, line breaks kept; pictures, cards, dividers and footnotes are silent. */
export function textOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "codeBlock":
    case "pullQuote":
      return inlineText(block.content ?? []);
    case "blockquote":
      return block.content.map(textOf).filter(Boolean).join("\n\n");
    case "bulletList":
    case "orderedList":
      return block.content.map(({ content }) => content.map(textOf).filter(Boolean).join("\n")).join("\n");
    case "table":
      return block.content.map(({ content }) => content.map((cell) => cell.content.map(textOf).join(" ")).join("\t")).join("\n");
    case "figure":
    case "linkCard":
    case "horizontalRule":
      return "";
  }
}

/** A run of inlines as plain text; a footnote leaves nothing at its place. */
export function inlineText(content: Inline[]): string {
  return content.map((inline) => (inline.type === "text" ? inline.text : inline.type === "hardBreak" ? "\n" : "")).join("");
}

function gather(block: Block, aside: string[], notes: string[]): void {
  switch (block.type) {
    case "paragraph":
    case "codeBlock":
      notes.push(...notesIn(block.content ?? []));
      break;
    // One without a word is not shown, nor is what hangs on it (lib/posts/render.ts).
    case "heading":
      if (inlineText(block.content ?? []).trim()) notes.push(...notesIn(block.content ?? []));
      break;
    case "pullQuote":
      if (block.content?.length) aside.push(block.attrs.source);
      notes.push(...notesIn(block.content ?? []));
      break;
    case "figure":
      aside.push(block.attrs.caption, block.attrs.credit);
      break;
    case "linkCard":
      aside.push(block.attrs.title, block.attrs.description);
      break;
    case "table":
      aside.push(block.attrs.caption);
      for (const row of block.content) for (const cell of row.content) cell.content.forEach((each) => gather(each, aside, notes));
      break;
    case "blockquote":
      block.content.forEach((each) => gather(each, aside, notes));
      break;
    case "bulletList":
    case "orderedList":
      for (const item of block.content) item.content.forEach((each) => gather(each, aside, notes));
      break;
    case "horizontalRule":
      break;
  }
}

function notesIn(content: Inline[]): string[] {
  return content.flatMap((inline) => (inline.type === "footnote" ? [inline.attrs.text] : []));
}
