import { parseHtml } from "@/lib/html/parse";
import type { Block } from "@/lib/posts/document";
import { documentText } from "@/lib/posts/document-text";
import type { Around } from "@/lib/posts/html/flow";
import { takeNotes } from "@/lib/posts/html/notes";
import { paragraphOf } from "@/lib/posts/html/pieces";
import type { FindAttachment } from "@/lib/posts/html/shortcodes";
import { Walk } from "@/lib/posts/html/walk";
import { MAX_NODES } from "@/lib/posts/read-document";

/** What WordPress keeps beside a post's content: the pictures of `[gallery ids]`, and the block editor's footnotes. */
export interface Beside {
  /** A picture of the export by its number: where it lies there, its texts. */
  findAttachment?: FindAttachment;
  /** A footnote's HTML by its id (the post's meta `footnotes`). */
  noteOf?: (id: string) => string | null;
}

/**
 * The content of a post as WordPress stores it, as blocks that `readDocument` takes, whatever it is; never throws. Takes
 * the block editor's HTML, or that of the editor before it, whose blank lines part paragraphs and whose line ends are
 * breaks (WordPress's wpautop); who knows the address of our picture for an address in it; and what lies beside it.
 * What has no place in a document stays as text or as a link; what is not shown in a page, and forms, are left out.
 */
export function blocksFromHtml(
  html: string,
  pictureOf: (src: string) => string | null,
  { findAttachment = () => null, noteOf = () => null }: Beside = {},
): Block[] {
  const nodes = parseHtml(html);
  const notes = takeNotes(nodes, noteOf);
  const isClassic = !html.includes("<!-- wp:");
  const around: Around = { depth: 0, kind: "paragraph", marks: [], keepsLines: isClassic, embedsLines: true };
  const blocks = new Walk({ pictureOf, findAttachment }, notes).blocksOf(nodes, around);
  // The rule above the notes rules nothing off any more.
  while (notes.size > 0 && blocks.at(-1)?.type === "horizontalRule") blocks.pop();
  return withinLimit(blocks);
}

/** As many blocks as a document may have; the rest is text. */
function withinLimit(blocks: Block[]): Block[] {
  let nodes = 1;
  const end = blocks.findIndex((block) => (nodes += countNodes(block)) >= MAX_NODES);
  if (end === -1) return blocks;
  return [...blocks.slice(0, end), ...paragraphOf(documentText({ type: "doc", content: blocks.slice(end) }))];
}

function countNodes(node: object): number {
  const content: unknown = "content" in node ? node.content : null;
  let nodes = 1;
  if (Array.isArray(content)) for (const each of content as object[]) nodes += countNodes(each);
  return nodes;
}
