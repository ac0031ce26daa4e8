import type { Block, Inline } from "@/lib/posts/document";

/** A block as plain text: paragraphs in it apart, line breaks kept, pictures and dividers silent. */
export function textOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "codeBlock":
      return inlineText(block.content ?? []);
    case "blockquote":
      return block.content.map(textOf).filter(Boolean).join("\n\n");
    case "bulletList":
    case "orderedList":
      return block.content.map(({ content }) => content.map(textOf).filter(Boolean).join("\n")).join("\n");
    case "image":
    case "horizontalRule":
      return "";
  }
}

/** A run of inlines as plain text. */
export function inlineText(content: Inline[]): string {
  return content.map((inline) => (inline.type === "hardBreak" ? "\n" : inline.text)).join("");
}
