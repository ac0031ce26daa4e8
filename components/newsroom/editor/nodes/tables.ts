import { mergeAttributes } from "@tiptap/core";
import { Table as TiptapTable, TableCell as TiptapCell, TableHeader as TiptapHeader, TableRow } from "@tiptap/extension-table";

/** What a cell holds (lib/posts/read-document.ts). */
const CELL_CONTENT = "(paragraph | bulletList | orderedList)+";

const Table = TiptapTable.extend({
  addAttributes: () => ({ caption: { default: "", parseHTML: (table: HTMLElement) => table.querySelector("caption")?.textContent ?? "" } }),
  // TipTap's own view and markup would set widths, which readers' pages have not, and leave the caption out.
  addNodeView: () => null,
  renderHTML({ node }) {
    const caption = String(node.attrs.caption);
    const above = caption ? [["caption", { contenteditable: "false" }, caption]] : [];
    return ["div", { class: "table" }, ["table", {}, ...above, ["tbody", 0]]];
  },
});

const spans = {
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => spanOf(cell, "colspan") },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => spanOf(cell, "rowspan") },
  // prosemirror-tables keeps columns' widths here and expects the attribute; ours have none.
  colwidth: { default: null, rendered: false },
};

function spanOf(cell: HTMLElement, name: "colspan" | "rowspan"): number {
  const span = Number(cell.getAttribute(name));
  return span > 1 && span <= 100 ? Math.floor(span) : 1;
}

const TableCell = TiptapCell.extend({
  content: CELL_CONTENT,
  addAttributes: () => spans,
  renderHTML: ({ HTMLAttributes }) => ["td", mergeAttributes(HTMLAttributes), 0],
});

const TableHeader = TiptapHeader.extend({
  content: CELL_CONTENT,
  addAttributes: () => spans,
  renderHTML: ({ HTMLAttributes }) => ["th", mergeAttributes(HTMLAttributes), 0],
});

/** Tables with a caption, heads and joined cells. */
export const tables = [Table, TableRow, TableHeader, TableCell];
