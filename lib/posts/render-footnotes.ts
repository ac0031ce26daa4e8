import { isSafeHref } from "@/lib/posts/document";
import { escapeHtml } from "@/lib/posts/escape-html";
import type { TextWords } from "@/lib/posts/text-words";

/**
 * The footnotes under a text, each with its way back (DPUB-ARIA 1.1); "" without any. Takes their texts in the order of
 * their numbers. An address in a note leads there.
 */
export function footnotesHtml(notes: string[], words: TextWords): string {
  if (notes.length === 0) return "";
  const items = notes.map((text, at) => {
    const back = `<a href="#fnref-${at + 1}" role="doc-backlink" aria-label="${escapeHtml(words.back(at + 1))}">↩\uFE0E</a>`;
    return `<li id="fn-${at + 1}">${withLinks(text)} ${back}</li>`;
  });
  return `<section class="footnotes" role="doc-endnotes" aria-label="${escapeHtml(words.footnotes)}"><ol>${items.join("")}</ol></section>`;
}

/** An address ends before the sign that ends its sentence; brackets are of it in pairs, as in Wikipedia's. */
const ADDRESS = /https?:\/\/(?:\([^\s<>"()]*\)|[^\s<>"()])*(?:\([^\s<>"()]*\)|[^\s<>".,:;!?'()[\]])/g;

function withLinks(text: string): string {
  let [html, end] = ["", 0];
  for (const { 0: href, index } of text.matchAll(ADDRESS)) {
    if (!isSafeHref(href)) continue;
    html += `${escapeHtml(text.slice(end, index))}<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`;
    end = index + href.length;
  }
  return html + escapeHtml(text.slice(end));
}
