import type { Inline, Mark } from "@/lib/posts/document";
import { escapeHtml } from "@/lib/posts/escape-html";

/** Says that there is a footnote, and gets its number. */
type NumberNote = (text: string) => number;

/**
 * Runs of text as HTML. Takes them and who numbers the footnotes. Neighbours that lead to one address are one link,
 * whatever else is marked in it: a screen reader names it once.
 */
export function inlineHtml(content: Inline[], numberNote: NumberNote): string {
  return linkGroups(content)
    .map(({ href, inlines }) => {
      const html = inlines.map((inline) => oneHtml(inline, numberNote)).join("");
      return href === null ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
    })
    .join("");
}

interface LinkGroup {
  href: string | null;
  inlines: Inline[];
}

function linkGroups(content: Inline[]): LinkGroup[] {
  const groups: LinkGroup[] = [];
  for (const inline of content) {
    const [href, last] = [hrefOf(inline), groups.at(-1)];
    if (last?.href === href) last.inlines.push(inline);
    else groups.push({ href, inlines: [inline] });
  }
  return groups;
}

function hrefOf(inline: Inline): string | null {
  const link = inline.type === "text" && inline.marks?.find((mark) => mark.type === "link");
  return link ? link.attrs.href : null;
}

function oneHtml(inline: Inline, numberNote: NumberNote): string {
  switch (inline.type) {
    case "text":
      return marked(escapeHtml(inline.text), inline.marks ?? []);
    case "hardBreak":
      return "<br>";
    case "footnote": {
      const note = numberNote(inline.attrs.text);
      return `<sup><a id="fnref-${note}" href="#fn-${note}" role="doc-noteref">${note}</a></sup>`;
    }
  }
}

const TAGS = { bold: "strong", italic: "em", code: "code" } as const;

/** Marks go outwards from the text: the document's first is the outermost. */
function marked(html: string, marks: Mark[]): string {
  return marks.reduceRight((inner, { type }) => (type === "link" ? inner : `<${TAGS[type]}>${inner}</${TAGS[type]}>`), html);
}
