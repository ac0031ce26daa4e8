import { leadsTo, plainBlanks } from "@/lib/html/plain";
import { takeFootnotes } from "./footnotes";
import { makeWordLists } from "./word-lists";

/** What is in a page but not in its text. */
const UNSHOWN =
  "script, style, meta, link, title, template, noscript, iframe, object, input, button, select, textarea, svg, [hidden], o\\:p:empty";
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, div, figure, hr";

/**
 * What was copied from Word, Google Docs or a web page, as the pieces that a text has: the schema of the editor takes
 * what it knows from it, and this mends what it would misread. Takes the clipboard's HTML, returns HTML. What was copied
 * from an editor of this kind stays as it is.
 */
export function cleanPaste(html: string): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  removeUnshown(body);
  takeFootnotes(body);
  makeWordLists(body);
  settleHeadings(body);
  settleLinks(body);
  settleBlanks(body);
  return body.innerHTML;
}

function removeUnshown(body: HTMLElement): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.parentNode?.removeChild(node);
  for (const element of body.querySelectorAll(UNSHOWN)) element.remove();
  for (const element of body.querySelectorAll("*"))
    for (const name of element.getAttributeNames()) if (name.startsWith("on")) element.removeAttribute(name);
  for (const element of body.querySelectorAll("[style]"))
    if (/display:\s*none|mso-hide:\s*all/i.test(element.getAttribute("style") ?? "")) element.remove();
}

/** The post's title is its only h1; sub-headings go to level 4, and are bold by themselves. */
function settleHeadings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll("h1, p.MsoTitle")) rename(heading, "h2");
  for (const heading of body.querySelectorAll("h5, h6")) rename(heading, "h4");
  for (const bold of body.querySelectorAll(":is(h2, h3, h4) :is(b, strong)")) bold.replaceWith(...bold.childNodes);
}

function rename(element: Element, name: string): void {
  // In the page itself, what hangs on the copied elements would come to life.
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Google and Outlook lead through themselves; a place on the copied page is nowhere here. */
function settleLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#") || /^file:/i.test(href)) link.replaceWith(...link.childNodes);
    else link.setAttribute("href", leadsTo(href));
  }
}

/** Blanks that only hold places, and paragraphs that only make room. */
function settleBlanks(body: HTMLElement): void {
  const texts = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement?.closest("pre")) continue;
    node.nodeValue = plainBlanks(node.nodeValue ?? "");
  }
  for (const br of body.querySelectorAll("br")) if (isBetweenBlocks(br)) br.remove();
  for (const element of body.querySelectorAll("p, h2, h3, h4, li"))
    if (!element.textContent.trim() && !element.querySelector("img, [data-footnote]")) element.remove();
  for (const list of body.querySelectorAll("ul, ol")) if (list.childElementCount === 0) list.remove();
}

function isBetweenBlocks(br: Element): boolean {
  return [br.previousElementSibling, br.nextElementSibling].some((near) => near?.matches(BLOCKS) || near?.querySelector(BLOCKS));
}
