import { mediaIdOf, type Block, type Inline, type LinkCard, type PostDocument } from "@/lib/posts/document";
import { documentText, inlineText } from "@/lib/posts/document-text";
import { escapeHtml } from "@/lib/posts/escape-html";
import { figureHtml, type Picture } from "@/lib/posts/render-figure";
import { footnotesHtml } from "@/lib/posts/render-footnotes";
import { inlineHtml } from "@/lib/posts/render-inline";
import { tableHtml } from "@/lib/posts/render-table";
import { slugOf } from "@/lib/posts/slug";
import { textWords, type TextWords } from "@/lib/posts/text-words";

/** A sub-heading of a post; the page's links of contents lead to its id. */
export type Heading = {
  id: string;
  level: 2 | 3 | 4;
  text: string;
};

/** What is made from a document at save: what the page shows, what is searched, and which pictures it needs. */
export interface Rendered {
  html: string;
  text: string;
  headings: Heading[];
  mediaIds: string[];
}

/**
 * Makes safe HTML, plain text, headings and the pictures' ids from a document. Takes a document that was read by
 * `readDocument`, the pictures that are known by id (others are shown without sizes) and the text's language (BCP 47).
 * Whatever the document holds, the HTML has only the elements and attributes that are written out here and in the
 * `render-…` files beside; everything else in it is escaped.
 */
export function renderDocument(document: PostDocument, pictures: ReadonlyMap<string, Picture> = new Map(), lang = "en"): Rendered {
  const rendering = new Rendering(pictures, textWords(lang));
  const html = rendering.blocks(document.content);
  return {
    html: html + rendering.footnotes(),
    text: documentText(document),
    headings: rendering.headings,
    mediaIds: [...rendering.mediaIds],
  };
}

/** One rendering of a document; it gathers the headings, the pictures and the footnotes. */
class Rendering {
  readonly headings: Heading[] = [];
  readonly mediaIds = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #notes: string[] = [];
  readonly #pictures: ReadonlyMap<string, Picture>;
  readonly #words: TextWords;

  constructor(pictures: ReadonlyMap<string, Picture>, words: TextWords) {
    this.#pictures = pictures;
    this.#words = words;
  }

  blocks(blocks: Block[]): string {
    return blocks.map((block) => this.#block(block)).join("");
  }

  /** The footnotes of all blocks so far. */
  footnotes(): string {
    return footnotesHtml(this.#notes, this.#words);
  }

  #block(block: Block): string {
    switch (block.type) {
      case "paragraph":
        return block.content?.length ? `<p>${this.#inlines(block.content)}</p>` : "";
      case "heading":
        return this.#heading(block.attrs.level, block.content ?? []);
      case "codeBlock":
        return `<pre><code>${this.#inlines(block.content ?? [])}</code></pre>`;
      case "blockquote":
        return `<blockquote>${this.blocks(block.content)}</blockquote>`;
      case "pullQuote":
        return this.#pullQuote(block.attrs.source, block.content ?? []);
      case "bulletList":
        return `<ul>${this.#items(block.content)}</ul>`;
      case "orderedList":
        return `<ol${block.attrs.start === 1 ? "" : ` start="${block.attrs.start}"`}>${this.#items(block.content)}</ol>`;
      case "figure": {
        const id = mediaIdOf(block.attrs.src);
        if (id) this.mediaIds.add(id);
        return figureHtml(block.attrs, id ? this.#pictures.get(id) : undefined);
      }
      case "linkCard":
        return cardHtml(block.attrs);
      case "table":
        return tableHtml(block, (content) => this.blocks(content), this.#words);
      case "horizontalRule":
        return "<hr>";
    }
  }

  #inlines(content: Inline[]): string {
    return inlineHtml(content, (text) => this.#notes.push(text));
  }

  #items(items: { content: Block[] }[]): string {
    return items.map(({ content }) => `<li>${this.blocks(content)}</li>`).join("");
  }

  #heading(level: 2 | 3 | 4, content: Inline[]): string {
    const text = inlineText(content).trim();
    if (!text) return "";
    const id = this.#newId(text);
    this.headings.push({ id, level, text });
    return `<h${level} id="${id}">${this.#inlines(content)}</h${level}>`;
  }

  /** The prefix keeps headings off the ids of the page around them (#reply, #main). */
  #newId(text: string): string {
    const base = `h-${slugOf(text).slice(0, 60) || "section"}`;
    let id = base;
    for (let nth = 2; this.#ids.has(id); nth++) id = `${base}-${nth}`;
    this.#ids.add(id);
    return id;
  }

  #pullQuote(source: string, content: Inline[]): string {
    if (content.length === 0) return "";
    const said = source && `<figcaption>${escapeHtml(source)}</figcaption>`;
    return `<figure class="pull-quote"><blockquote><p>${this.#inlines(content)}</p></blockquote>${said}</figure>`;
  }
}

/** A card names where it leads: its title is the link, the host stands beside it as text. */
function cardHtml({ href, title, description }: LinkCard["attrs"]): string {
  const host = /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)/i.exec(href)?.[1] ?? "";
  const parts = [description && `<span>${escapeHtml(description)}</span>`, host && `<small>${escapeHtml(host)}</small>`];
  return `<div class="link-card"><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>${parts.join("")}</div>`;
}
