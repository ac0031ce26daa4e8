import { pathFor, sourcesOf, srcSetOf, type PictureFiles } from "@/lib/media/shown";
import { mediaIdOf, type Block, type Inline, type Mark, type PostDocument } from "@/lib/posts/document";
import { inlineText, textOf } from "@/lib/posts/document-text";
import { slugOf } from "@/lib/posts/slug";

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

/** A picture as it lies in the media store, its size in pixels. */
export interface Picture extends PictureFiles {
  width: number;
  height: number;
}

/**
 * Makes safe HTML, plain text, headings and the pictures' ids from a document. Takes a document that was read by
 * `readDocument` and the pictures that are known by id (others are shown without sizes). Whatever the document
 * holds, the HTML has only the elements and attributes written out below; everything else in it is escaped.
 */
export function renderDocument(document: PostDocument, pictures: ReadonlyMap<string, Picture> = new Map()): Rendered {
  const rendering = new Rendering(pictures);
  return {
    html: rendering.blocks(document.content),
    text: document.content.map(textOf).filter(Boolean).join("\n\n"),
    headings: rendering.headings,
    mediaIds: [...rendering.mediaIds],
  };
}

/** One rendering of a document; it gathers the headings and the pictures. */
class Rendering {
  readonly headings: Heading[] = [];
  readonly mediaIds = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #pictures: ReadonlyMap<string, Picture>;

  constructor(pictures: ReadonlyMap<string, Picture>) {
    this.#pictures = pictures;
  }

  blocks(blocks: Block[]): string {
    return blocks.map((block) => this.#block(block)).join("");
  }

  #block(block: Block): string {
    switch (block.type) {
      case "paragraph":
        return block.content?.length ? `<p>${inlineHtml(block.content)}</p>` : "";
      case "heading":
        return this.#heading(block.attrs.level, block.content ?? []);
      case "codeBlock":
        return `<pre><code>${inlineHtml(block.content ?? [])}</code></pre>`;
      case "blockquote":
        return `<blockquote>${this.blocks(block.content)}</blockquote>`;
      case "bulletList":
        return `<ul>${this.#items(block.content)}</ul>`;
      case "orderedList":
        return `<ol${block.attrs.start === 1 ? "" : ` start="${block.attrs.start}"`}>${this.#items(block.content)}</ol>`;
      case "image":
        return this.#picture(block.attrs);
      case "horizontalRule":
        return "<hr>";
    }
  }

  #items(items: { content: Block[] }[]): string {
    return items.map(({ content }) => `<li>${this.blocks(content)}</li>`).join("");
  }

  #heading(level: 2 | 3 | 4, content: Inline[]): string {
    const text = inlineText(content).trim();
    if (!text) return "";
    const id = this.#newId(text);
    this.headings.push({ id, level, text });
    return `<h${level} id="${id}">${inlineHtml(content)}</h${level}>`;
  }

  /** The prefix keeps headings off the ids of the page around them (#reply, #main). */
  #newId(text: string): string {
    const base = `h-${slugOf(text).slice(0, 60) || "section"}`;
    let id = base;
    for (let nth = 2; this.#ids.has(id); nth++) id = `${base}-${nth}`;
    this.#ids.add(id);
    return id;
  }

  #picture({ src, alt }: { src: string; alt: string }): string {
    const id = mediaIdOf(src);
    if (!id) return "";
    this.mediaIds.add(id);
    const picture = this.#pictures.get(id);
    if (!picture) return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" loading="lazy"></figure>`;
    const sizes = `sizes="(min-width: 48rem) 44rem, 100vw"`;
    const sources = sourcesOf(picture).map(({ type, srcSet }) => `<source type="${type}" srcset="${srcSet}" ${sizes}>`);
    return (
      `<figure><picture>${sources.join("")}` +
      `<img src="${pathFor(picture, picture.width, "jpg")}" srcset="${srcSetOf(picture, "jpg")}" ${sizes} alt="${escapeHtml(alt)}" ` +
      `width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async"></picture></figure>`
    );
  }
}

const TAGS = { bold: "strong", italic: "em", code: "code" } as const;

function inlineHtml(content: Inline[]): string {
  return content.map((inline) => (inline.type === "hardBreak" ? "<br>" : marked(escapeHtml(inline.text), inline.marks ?? []))).join("");
}

/** Marks go outwards from the text: the document's first is the outermost. */
function marked(html: string, marks: Mark[]): string {
  return marks.reduceRight(
    (inner, mark) =>
      mark.type === "link" ? `<a href="${escapeHtml(mark.attrs.href)}">${inner}</a>` : `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`,
    html,
  );
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
