import { setText } from "@/lib/html/foreign";
import { attrOf, isElement, parseHtml, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import { Paragraphs, type Around } from "./html-runs";
import { MAX_NESTED_QUOTES } from "./markdown";
import { ticksFor } from "./marked-runs";
import { clean, MAX_BODY_CHARS } from "./schema";

/**
 * A comment's HTML as WordPress stores it (line ends are breaks, blank lines part paragraphs) as the text that a comment
 * is: with the Markdown of comments (`renderComment`), cleaned, and no longer than one may be; the end of a longer one is
 * left out. Takes any HTML; what our Markdown has no mark for is text, and what was typed as a mark is one, for our
 * Markdown has no escapes. May be empty. Never throws.
 */
export function commentFromHtml(html: string): string {
  const body = clean(blocksOf(parseHtml(html), { depth: 0, stars: 0, kind: "text" }).join("\n\n"));
  const characters = Array.from(body);
  if (characters.length <= MAX_BODY_CHARS) return body;
  return `${characters
    .slice(0, MAX_BODY_CHARS - 1)
    .join("")
    .trimEnd()}…`;
}

/** The paragraphs, quotes and the like in some nodes, each as text of one line or more. */
function blocksOf(nodes: HtmlNode[], around: Around): string[] {
  const paragraphs = new Paragraphs(blockOf);
  paragraphs.read(nodes, around);
  paragraphs.end();
  return paragraphs.blocks;
}

/** What is a block by itself; quotes and lists beyond what is shown as such are paragraphs. */
function blockOf(element: HtmlElement, around: Around): string | null {
  const { tagName, childNodes } = element;
  if (tagName === "pre") return fenced(setText(childNodes));
  if (around.depth >= MAX_NESTED_QUOTES) return null;
  const within = { ...around, depth: around.depth + 1 };
  if (tagName === "blockquote") return quoted(blocksOf(childNodes, within).join("\n\n"));
  return tagName === "ul" || tagName === "ol" ? listed(element, within) : null;
}

function fenced(text: string): string {
  const ticks = ticksFor(text, 3);
  return text.trim() && `${ticks}\n${text.replaceAll("\t", "    ").trimEnd()}\n${ticks}`;
}

function quoted(text: string): string {
  return text && text.replace(/^.*$/gm, (line) => `> ${line}`.trimEnd());
}

/** A list as one types it; code and quotes are read as such where a line begins with them. */
function listed(list: HtmlElement, within: Around): string {
  let number = Number.parseInt(attrOf(list, "start") || "1", 10) || 1;
  const items: string[] = [];
  for (const node of list.childNodes) {
    const text = stacked(blocksOf(isElement(node) && node.tagName === "li" ? node.childNodes : [node], within));
    const sign = list.tagName === "ol" ? `${number}.` : "-";
    if (!text) continue;
    items.push(`${sign}${/^(```|>)/.test(text) ? "\n" : " "}${text}`);
    number++;
  }
  return stacked(items);
}

/** Texts under one another; what comes right after a quote would be read as a part of it. */
function stacked(texts: string[]): string {
  const isQuote = (text: string) => text.startsWith(">", text.lastIndexOf("\n") + 1);
  return texts.map((text, at) => text + (at === texts.length - 1 ? "" : isQuote(text) ? "\n\n" : "\n")).join("");
}
