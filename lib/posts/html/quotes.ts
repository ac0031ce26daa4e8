import { shownText } from "@/lib/html/foreign";
import { elementsIn, hasClass, isElement, takeOut, type HtmlElement } from "@/lib/html/parse";
import { cutLine } from "@/lib/posts/clean-text";
import type { Block, Inline } from "@/lib/posts/document";
import { MAX_DEPTH } from "@/lib/posts/read-document";
import { MAX_LINE_CHARS } from "@/lib/posts/read-node";
import type { Around, Flow } from "./flow";
import { paragraphOf } from "./pieces";
import type { Walk } from "./walk";

/** A quotation; a pull quote is one while it is paragraphs only. Deeper than a document goes, what is quoted stands alone. */
export function quote(walk: Walk, element: HtmlElement, flow: Flow, around: Around): void {
  if (around.depth >= MAX_DEPTH) {
    walk.block(element.childNodes, flow, around);
    return;
  }
  flow.flush(around);
  const [source, rest] = isPulled(element) ? takeSource(walk, element) : ["", ""];
  const content = walk.blocksOf(element.childNodes, { ...around, kind: "paragraph", depth: around.depth + 1 });
  const lines = isPulled(element) ? linesOf(content) : null;
  if (lines) flow.push([{ type: "pullQuote", attrs: { source }, content: lines }, ...paragraphOf(rest)]);
  else {
    const all = [...content, ...paragraphOf(`${source} ${rest}`)];
    if (all.length) flow.push([{ type: "blockquote", content: all }]);
  }
}

function isPulled(element: HtmlElement): boolean {
  return [element, element.parentNode].some((each) => isElement(each) && hasClass(each, "wp-block-pullquote"));
}

/** Who said it, taken out of the quote, when nothing is said after it. */
function takeSource(walk: Walk, element: HtmlElement): [string, string] {
  const cite = elementsIn(element.childNodes, ({ tagName }) => tagName === "cite").at(-1);
  const source = cite && isLastIn(cite, element) && walk.lineOf(cite);
  if (!source) return ["", ""];
  takeOut(cite);
  return cutLine(source, MAX_LINE_CHARS);
}

function isLastIn(cite: HtmlElement, element: HtmlElement): boolean {
  for (let at = cite; at !== element;) {
    const { parentNode } = at;
    if (!isElement(parentNode) || (parentNode.tagName === "blockquote" && parentNode !== element)) return false;
    if (shownText(parentNode.childNodes.slice(parentNode.childNodes.indexOf(at) + 1)).trim()) return false;
    at = parentNode;
  }
  return true;
}

/** Paragraphs as the lines of one; null when there is none, or something else among them. */
function linesOf(blocks: Block[]): Inline[] | null {
  const lines = blocks.map((block) => (block.type === "paragraph" ? (block.content ?? []) : null));
  if (lines.length === 0 || lines.includes(null)) return null;
  return lines.flatMap((line, at) => [...(at > 0 ? [{ type: "hardBreak" as const }] : []), ...(line ?? [])]);
}
