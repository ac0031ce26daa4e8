import { isSmiley, isUnshown, shownText } from "@/lib/html/foreign";
import { attrOf, isElement, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import { leadsTo, plainBlanks, spacedLines } from "@/lib/html/plain";
import { addRun, markedText, type Run } from "./marked-runs";

/** How what comes next is read: how deep in quotes and lists, emphasised how, as code or not. */
export interface Around {
  depth: number;
  stars: number;
  kind: "text" | "code";
}

/** Elements that a paragraph ends at. */
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd table tr td th section article figure figcaption hr address".split(" "),
);
const LINE_END: Run = { text: "\n", stars: 0, kind: "text" };
const BREAK: Run = { ...LINE_END };

/** The paragraphs of a comment, as they are gathered from foreign HTML. */
export class Paragraphs {
  readonly blocks: string[] = [];
  readonly #blockOf: (element: HtmlElement, around: Around) => string | null;
  #runs: Run[] = [];

  /** Takes who makes a block's text of an element that is one by itself: a quote, a list, code. */
  constructor(blockOf: (element: HtmlElement, around: Around) => string | null) {
    this.#blockOf = blockOf;
  }

  /** Ends a paragraph, and adds a text that is one or more by itself. */
  end(block = ""): void {
    const text = markedText(this.#runs);
    this.#runs = [];
    for (const each of [text, block]) if (each) this.blocks.push(each);
  }

  read(nodes: HtmlNode[], around: Around): void {
    for (const node of nodes) {
      if ("value" in node) this.#text(node.value, around);
      else if (isElement(node) && !isUnshown(node)) this.#element(node, around);
    }
  }

  #text(text: string, { stars, kind }: Around): void {
    for (const [at, paragraph] of spacedLines(plainBlanks(text)).split("\n\n").entries()) {
      if (at > 0) this.end();
      for (const [nth, line] of paragraph.split("\n").entries()) {
        if (nth > 0) this.#break(LINE_END);
        if (line && !(line === " " && this.#isAfterBreak())) addRun(this.#runs, { text: line, stars: kind === "code" ? 0 : stars, kind });
      }
    }
  }

  /** A line end beside a `<br>` is the same break; two of these end a paragraph. */
  #break(run: Run): void {
    if (run === BREAK && this.#runs.at(-1) === BREAK) this.end();
    else if (!this.#isAfterBreak()) this.#runs.push(run);
    else if (run === BREAK) this.#runs.splice(-1, 1, run);
  }

  #isAfterBreak(): boolean {
    return this.#runs.at(-1)?.text === "\n";
  }

  #element(element: HtmlElement, around: Around): void {
    const { tagName, childNodes } = element;
    const block = this.#blockOf(element, around);
    if (block !== null) this.end(block);
    else if (tagName === "br") this.#break(BREAK);
    else if (tagName === "a") this.#link(childNodes, shownText(childNodes), attrOf(element, "href"), around);
    else if (isSmiley(element)) this.#text(attrOf(element, "alt"), around);
    else if (tagName === "img" || tagName === "iframe") this.#link([], attrOf(element, "alt"), attrOf(element, "src"), around);
    else if (BLOCKS.has(tagName)) {
      this.end();
      this.read(childNodes, around);
      this.end();
    } else this.read(childNodes, within(tagName, around));
  }

  /** A link is its text, and its address where the text is another; one that does not lead into the web is its text. */
  #link(nodes: HtmlNode[], shown: string, href: string, around: Around): void {
    const [text, address] = [shown.trim(), webAddress(href)];
    const isSaid = text !== "" && spoken(text) !== spoken(address);
    if (nodes.length === 0) this.#text(isSaid ? text : "", around);
    else if (isSaid || !address) this.read(nodes, around);
    if (!address) return;
    if (isSaid) addRun(this.#runs, { text: " (", stars: 0, kind: "text" });
    addRun(this.#runs, { text: address, stars: 0, kind: "address" });
    if (isSaid) addRun(this.#runs, { text: ")", stars: 0, kind: "text" });
  }
}

function within(tagName: string, around: Around): Around {
  if (tagName === "b" || tagName === "strong") return { ...around, stars: around.stars | 2 };
  if (tagName === "i" || tagName === "em") return { ...around, stars: around.stars | 1 };
  return tagName === "code" ? { ...around, kind: "code" } : around;
}

/** An address of the web as a comment shows it, without what would be read as a mark in it; "" for any other. */
function webAddress(href: string): string {
  const address = leadsTo(href.startsWith("//") ? `https:${href}` : href).replace(/[\s*`]/g, (sign) =>
    sign === "*" ? "%2A" : encodeURIComponent(sign),
  );
  return /^https?:\/\/[^/]/i.test(address) ? address : "";
}

/** An address as one says it. */
function spoken(address: string): string {
  return address
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}
