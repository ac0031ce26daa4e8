import { isUnshown, shownText } from "@/lib/html/foreign";
import { hasClass, elementsIn, isElement, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import { plainBlanks } from "@/lib/html/plain";
import { cleanText } from "@/lib/posts/clean-text";
import type { Block } from "@/lib/posts/document";
import { codeBlock } from "./code";
import { figure } from "./figures";
import { Flow, type Around, type Sources } from "./flow";
import { list } from "./lists";
import { marksIn } from "./marks";
import { embedded, picture } from "./media";
import { quote } from "./quotes";
import { table } from "./tables";

/** Reads one element; it goes back to the walk for what is in it. */
type Read = (walk: Walk, element: HtmlElement, flow: Flow, around: Around) => void;

const READS = new Map<string, Read>([
  ...(["h1", "h2", "h3", "h4", "h5", "h6"] as const).map((name): [string, Read] => [name, heading]),
  ["br", (_walk, _element, flow, around) => flow.lineBreak(around)],
  ["hr", (_walk, _element, flow, around) => flow.rule(around)],
  ["img", picture],
  ["pre", codeBlock],
  ["blockquote", quote],
  ["ul", list],
  ["ol", list],
  ["table", table],
  ["figure", figure],
  ...["iframe", "embed", "video", "audio"].map((name): [string, Read] => [name, embedded]),
]);
/** Elements that a paragraph ends at, and that are nothing more to us. */
const BLOCKS = new Set(
  (
    "p div section article main header footer aside address nav hgroup dialog details summary fieldset legend center dl dt dd li menu dir " +
    "figcaption caption tr td th tbody thead tfoot"
  ).split(" "),
);

function heading(walk: Walk, { tagName, childNodes }: HtmlElement, flow: Flow, around: Around): void {
  walk.block(childNodes, flow, around, { ...around, kind: tagName < "h3" ? 2 : tagName === "h3" ? 3 : 4 });
}

/** One reading of foreign HTML into the blocks of a document. */
export class Walk {
  readonly #sources: Sources;
  readonly #notes: ReadonlyMap<HtmlElement, string>;

  /** Takes the texts of footnotes by the elements that call them. */
  constructor(sources: Sources, notes: ReadonlyMap<HtmlElement, string>) {
    this.#sources = sources;
    this.#notes = notes;
  }

  /** The blocks of nodes that have a place of their own. */
  blocksOf(nodes: HtmlNode[], around: Around): Block[] {
    const flow = new Flow(this.#sources);
    this.block(nodes, flow, around);
    return flow.blocks;
  }

  /** Reads nodes that stand apart from what is around them; within them it may be otherwise. */
  block(nodes: HtmlNode[], flow: Flow, around: Around, within = around): void {
    flow.flush(around);
    this.#inline(nodes, flow, within);
    flow.flush(within);
  }

  /** What an element says as one text; null when a footnote is called in it, which a text cannot hold. */
  lineOf(element: HtmlElement): string | null {
    return elementsIn([element], (each) => this.#notes.has(each), 1).length ? null : shownText([element]).trim();
  }

  #inline(nodes: HtmlNode[], flow: Flow, around: Around): void {
    for (const node of nodes) {
      if ("value" in node) flow.text(plainBlanks(cleanText(node.value)), around);
      // It parts the pages of a post. Blocks' own comments and `<!--more-->` show nothing.
      else if ("data" in node && node.data.trim() === "nextpage") flow.rule(around);
      else if (isElement(node) && !isUnshown(node)) this.#element(node, flow, around);
    }
  }

  #element(element: HtmlElement, flow: Flow, around: Around): void {
    const note = this.#notes.get(element);
    const read = READS.get(element.tagName);
    if (note !== undefined) flow.add({ type: "footnote", attrs: { text: note } });
    else if (read) read(this, element, flow, around);
    else if (BLOCKS.has(element.tagName) || isInQuote(element)) this.block(element.childNodes, flow, around);
    // The button beside the name of a file leads where the name leads.
    else if (!hasClass(element, "wp-block-file__button"))
      this.#inline(element.childNodes, flow, { ...around, marks: marksIn(element, around.marks) });
  }
}

/** Who is quoted stands on a line of its own. */
function isInQuote({ tagName, parentNode }: HtmlElement): boolean {
  return tagName === "cite" && isElement(parentNode) && parentNode.tagName === "blockquote";
}
