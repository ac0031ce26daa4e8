import { defaultTreeAdapter, html as names, parseFragment, type DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** As deep as Chromium's parser goes; a walk that calls itself for each level stays far from the end of its stack. */
const MAX_DEPTH = 512;
/** The most that building a tree may cost: elements, and moves of nodes, each of which looks through its siblings. */
const MAX_WORK = 100_000;
const MOVE_WORK = 20;
/** Every tag but those whose content is no HTML: without the end of a script, the script would be text. */
const TAG = /<\/?(?!(?:script|style|textarea|title|iframe|noembed|noframes|xmp)\b)[a-z][^<>]*>?/gi;

/**
 * Foreign HTML as the nodes that a browser would make of it. Never throws. What is nested or broken so much that the
 * tree would cost more than reading it (no page is; the HTML standard's repairs take quadratic time) loses its tags: its
 * text stays, in paragraphs.
 */
export function parseHtml(html: string): HtmlNode[] {
  try {
    return nodesOf(html, boundedAdapter());
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return nodesOf(html.replace(TAG, "\n\n"), defaultTreeAdapter);
  }
}

class TooMuch extends Error {}

/** In the body of a page: parse5's own context would be a template, which drops text where columns stand in it. */
function nodesOf(html: string, treeAdapter: typeof defaultTreeAdapter): HtmlNode[] {
  return parseFragment(defaultTreeAdapter.createElement("body", names.NS.HTML, []), html, { treeAdapter }).childNodes;
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let [work, depth] = [0, 0];
  const spend = (cost: number) => {
    work += cost;
    if (work > MAX_WORK) throw new TooMuch();
  };
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > MAX_DEPTH) throw new TooMuch();
    },
    onItemPop: () => void depth--,
    createElement: (...args) => {
      spend(1);
      return defaultTreeAdapter.createElement(...args);
    },
    insertBefore: (...args) => {
      spend(MOVE_WORK);
      defaultTreeAdapter.insertBefore(...args);
    },
    insertTextBefore: (...args) => {
      spend(MOVE_WORK);
      defaultTreeAdapter.insertTextBefore(...args);
    },
    detachNode: (node) => {
      spend(MOVE_WORK);
      defaultTreeAdapter.detachNode(node);
    },
  };
}

/** Whether a node is an element. */
export function isElement(node: object | null): node is HtmlElement {
  return node !== null && "tagName" in node;
}

/** What an element's attribute holds, trimmed; "" without it. */
export function attrOf({ attrs }: HtmlElement, name: string): string {
  return attrs.find((attr) => attr.name === name)?.value.trim() ?? "";
}

/** Whether an element is of a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return attrOf(element, "class").split(/\s+/).includes(name);
}

/** The elements under some nodes that are meant, in the order of the page, at most so many. */
export function elementsIn(nodes: HtmlNode[], isMeant: (element: HtmlElement) => boolean, most = Infinity): HtmlElement[] {
  const found: HtmlElement[] = [];
  const look = (node: HtmlNode): void => {
    if (found.length >= most || !isElement(node)) return;
    if (isMeant(node)) found.push(node);
    node.childNodes.forEach(look);
  };
  nodes.forEach(look);
  return found.slice(0, most);
}

/** The nearest of an element and those around it that is meant. */
export function closest(element: HtmlElement, isMeant: (element: HtmlElement) => boolean): HtmlElement | null {
  for (let at: object | null = element; isElement(at); at = at.parentNode) if (isMeant(at)) return at;
  return null;
}

/** Takes an element out of the tree. */
export function takeOut(element: HtmlElement): void {
  defaultTreeAdapter.detachNode(element);
}
