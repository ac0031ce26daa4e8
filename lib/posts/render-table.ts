import type { Block, Table, TableCell } from "@/lib/posts/document";
import { escapeHtml } from "@/lib/posts/escape-html";
import type { TextWords } from "@/lib/posts/text-words";

/**
 * A table in a frame of its own that scrolls sideways where the window is narrow, and can be reached by the keyboard
 * for it (WCAG 2.1.1). Takes the table, who makes a cell's blocks, and the words for one without a caption.
 */
export function tableHtml({ attrs, content }: Table, blocks: (content: Block[]) => string, words: TextWords): string {
  const caption = attrs.caption && `<caption>${escapeHtml(attrs.caption)}</caption>`;
  const heads = content.findIndex(({ content: cells }) => !cells.every(({ type }) => type === "tableHeader"));
  const headRows = heads === -1 ? content.length : heads;
  const row = (cells: TableCell[], scope: "col" | "row") => `<tr>${cells.map((cell) => cellHtml(cell, scope, blocks)).join("")}</tr>`;
  const rows = (from: number, to: number, scope: "col" | "row") =>
    content
      .slice(from, to)
      .map((each) => row(each.content, scope))
      .join("");
  const head = headRows > 0 ? `<thead>${rows(0, headRows, "col")}</thead>` : "";
  const body = headRows < content.length ? `<tbody>${rows(headRows, content.length, "row")}</tbody>` : "";
  const name = escapeHtml(attrs.caption || words.table);
  return `<div class="table" role="region" tabindex="0" aria-label="${name}"><table>${caption}${head}${body}</table></div>`;
}

function cellHtml({ type, attrs, content }: TableCell, scope: "col" | "row", blocks: (content: Block[]) => string): string {
  const html = cellContent(content, blocks);
  const spans = (["colspan", "rowspan"] as const).map((name) => (attrs[name] > 1 ? ` ${name}="${attrs[name]}"` : "")).join("");
  // A head without a word heads nothing: the corner of a table with heads on two sides.
  return type === "tableHeader" && html ? `<th scope="${scope}"${spans}>${html}</th>` : `<td${spans}>${html}</td>`;
}

/** One paragraph alone needs no element of its own in a cell. */
function cellContent(content: Block[], blocks: (content: Block[]) => string): string {
  const html = blocks(content);
  return content.length === 1 && content[0]?.type === "paragraph" ? html.replace(/^<p>|<\/p>$/g, "") : html;
}
