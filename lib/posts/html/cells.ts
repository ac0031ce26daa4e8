import { cleanLine } from "@/lib/posts/clean-text";
import type { Block, Inline } from "@/lib/posts/document";
import { paragraphOf } from "./pieces";

/** A block as what a table's cell may hold: paragraphs and lists. A picture becomes a link to it. */
export function cellBlocks(block: Block): Block[] {
  switch (block.type) {
    case "paragraph":
    case "bulletList":
    case "orderedList":
      return [block];
    case "heading":
      return [{ type: "paragraph", content: block.content }];
    case "codeBlock":
      return [{ type: "paragraph", content: (block.content ?? []).flatMap(linesOf) }];
    case "pullQuote":
      return [{ type: "paragraph", content: block.content }, ...paragraphOf(block.attrs.source)];
    case "blockquote":
      return block.content.flatMap(cellBlocks);
    case "figure": {
      const { src, alt, caption } = block.attrs;
      return [...paragraphOf(alt, [{ type: "link", attrs: { href: src } }]), ...(caption === alt ? [] : paragraphOf(caption))];
    }
    case "linkCard": {
      const { href, title, description } = block.attrs;
      return [...paragraphOf(title, [{ type: "link", attrs: { href } }]), ...paragraphOf(description)];
    }
    case "table":
      return [
        ...paragraphOf(block.attrs.caption),
        ...block.content.flatMap((row) => row.content.flatMap(({ content }) => content.flatMap(cellBlocks))),
      ];
    case "horizontalRule":
      return [];
  }
}

function linesOf(inline: Inline): Inline[] {
  if (inline.type !== "text") return [inline];
  return inline.text.split("\n").flatMap((line, at): Inline[] => {
    const text = cleanLine(line);
    return [...(at > 0 ? [{ type: "hardBreak" as const }] : []), ...(text ? [{ type: "text" as const, text }] : [])];
  });
}
