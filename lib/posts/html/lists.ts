import { isUnshown } from "@/lib/html/foreign";
import { attrOf, isElement, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import type { Block, ListItem } from "@/lib/posts/document";
import { MAX_DEPTH } from "@/lib/posts/read-document";
import { startOf } from "@/lib/posts/read-node";
import type { Around, Flow } from "./flow";
import type { Walk } from "./walk";

/** A list; one that stands between the items of another is part of the item before it. Too deep, its items stand alone. */
export function list(walk: Walk, element: HtmlElement, flow: Flow, around: Around): void {
  if (around.depth >= MAX_DEPTH) {
    walk.block(element.childNodes, flow, around);
    return;
  }
  flow.flush(around);
  const within: Around = { ...around, kind: "paragraph", depth: around.depth + 1, embedsLines: false };
  const items: ListItem[] = [];
  for (const node of element.childNodes) {
    const blocks = walk.blocksOf(isElement(node) && node.tagName === "li" && !isUnshown(node) ? node.childNodes : [node], within);
    const last = items.at(-1);
    if (blocks.length === 0) continue;
    if (last && isList(node)) last.content = [...last.content, ...blocks];
    else items.push({ type: "listItem", content: [...leading(blocks), ...blocks] });
  }
  if (items.length === 0) return;
  const start = attrOf(element, "start");
  flow.push([
    element.tagName === "ul"
      ? { type: "bulletList", content: items }
      : { type: "orderedList", attrs: { start: start ? startOf(Number(start)) : 1 }, content: items },
  ]);
}

/** The editor's items begin with a paragraph. */
function leading([first]: Block[]): Block[] {
  return first?.type === "paragraph" ? [] : [{ type: "paragraph" }];
}

function isList(node: HtmlNode): boolean {
  return isElement(node) && (node.tagName === "ul" || node.tagName === "ol");
}
