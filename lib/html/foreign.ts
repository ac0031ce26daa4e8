import { attrOf, isElement, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import { plainBlanks } from "@/lib/html/plain";

/** What is in a page but not in its text (the paste of the editor knows the same: components/newsroom/editor/paste). */
const UNSHOWN = new Set(
  "script style meta link title base head template noscript noembed noframes form input button select textarea datalist svg canvas".split(
    " ",
  ),
);
/** Where a line ends in the text of an element. */
const LINE_ENDS = new Set("br p div h1 h2 h3 h4 h5 h6 li tr td th dt dd pre blockquote cite figcaption".split(" "));

/** Whether an element is in the page but not in its text. */
export function isUnshown(element: HtmlElement): boolean {
  return (
    UNSHOWN.has(element.tagName) ||
    element.attrs.some(({ name, value }) => name === "hidden" || (name === "style" && /display:\s*none|mso-hide:\s*all/i.test(value)))
  );
}

/** The text of some nodes as it is seen, in one line or more. */
export function shownText(nodes: HtmlNode[]): string {
  return nodes.map(textIn).join("");
}

function textIn(node: HtmlNode): string {
  if ("value" in node) return plainBlanks(node.value);
  if (!isElement(node) || isUnshown(node) || node.tagName === "iframe") return "";
  const text = isSmiley(node) ? attrOf(node, "alt") : shownText(node.childNodes);
  return LINE_ENDS.has(node.tagName) ? `\n${text}\n` : text;
}

/** Whether an element is a picture that stands for a character: WordPress draws its smileys and emoji so. */
export function isSmiley(element: HtmlElement): boolean {
  return element.tagName === "img" && /(^|\s)(wp-smiley|emoji)(\s|$)/.test(attrOf(element, "class"));
}

/** The text of some nodes as it was set: with its blanks and lines. */
export function setText(nodes: HtmlNode[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return node.value;
      if (!isElement(node) || isUnshown(node)) return "";
      return node.tagName === "br" ? "\n" : setText(node.childNodes);
    })
    .join("");
}
