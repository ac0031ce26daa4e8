import { attrOf, isElement, type HtmlElement } from "@/lib/html/parse";
import { cutLine } from "@/lib/posts/clean-text";
import type { Block, TableCell, TableRow } from "@/lib/posts/document";
import { MAX_DEPTH } from "@/lib/posts/read-document";
import { MAX_LINE_CHARS, spansOf } from "@/lib/posts/read-node";
import { cellBlocks } from "./cells";
import type { Around, Flow } from "./flow";
import { paragraphOf } from "./pieces";
import type { Walk } from "./walk";

/** A table with its caption, or that of the figure around it. Too deep, its cells stand alone. */
export function table(walk: Walk, element: HtmlElement, flow: Flow, around: Around): void {
  flow.flush(around);
  const rows = rowsOf(element);
  if (around.depth >= MAX_DEPTH || !rows.some((row) => cellsOf(row).length > 0)) {
    walk.block(element.childNodes, flow, around);
    return;
  }
  const title = childrenOf(element, ["caption"])[0];
  const line = title && walk.lineOf(title);
  // One that calls a footnote is a paragraph above the table.
  if (title && line === null) walk.block([title], flow, around);
  const [caption, rest] = cutLine(line || flow.takeCaption(), MAX_LINE_CHARS);
  const within: Around = { ...around, kind: "paragraph", depth: around.depth + 1, embedsLines: false };
  const content = rows.map((row): TableRow => ({ type: "tableRow", content: cellsOf(row).map((cell) => cellOf(walk, cell, within)) }));
  flow.push([{ type: "table", attrs: { caption }, content: filledRows(content) }, ...paragraphOf(rest)]);
}

function childrenOf(element: HtmlElement, tagNames: string[]): HtmlElement[] {
  return element.childNodes.filter((node): node is HtmlElement => isElement(node) && tagNames.includes(node.tagName));
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return childrenOf(element, ["thead", "tbody", "tfoot", "tr"]).flatMap((part) =>
    part.tagName === "tr" ? [part] : childrenOf(part, ["tr"]),
  );
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return childrenOf(row, ["th", "td"]);
}

function cellOf(walk: Walk, cell: HtmlElement, within: Around): TableCell {
  const blocks = walk.blocksOf(cell.childNodes, within).flatMap(cellBlocks);
  const filled: Block[] = blocks.length ? blocks : [{ type: "paragraph" }];
  const [colspan, rowspan] = [Number(attrOf(cell, "colspan")), Number(attrOf(cell, "rowspan"))];
  return { type: cell.tagName === "th" ? "tableHeader" : "tableCell", attrs: spansOf({ colspan, rowspan }), content: filled };
}

/** A row may be empty only where cells of others reach into it. */
function filledRows(rows: TableRow[]): TableRow[] {
  const reaches = rows.some(({ content }) => content.some(({ attrs }) => attrs.rowspan > 1));
  return reaches ? rows : rows.filter(({ content }) => content.length > 0);
}
