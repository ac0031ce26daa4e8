import MarkdownIt, { type Token } from "markdown-it";
import { cleanText } from "@/lib/posts/clean-text";
import { isSafeHref, mediaIdOf, type Block, type Inline, type ListItem, type Mark } from "@/lib/posts/document";
import { textOf } from "@/lib/posts/document-text";
import { articleLength, type ImportedText } from "@/lib/posts/import-form";

const markdown = new MarkdownIt("commonmark", { html: false });

/**
 * Reads a Markdown file (CommonMark): its first heading, or else its first paragraph, is the title, a paragraph right
 * after it the standfirst; the page's furniture at the end is left out. HTML is text as typed; a picture that is not
 * of this site becomes a link to it. Returns an empty title when there is nothing in it.
 */
export function documentFromMarkdown(text: string): ImportedText {
  const [first, ...rest] = new Tokens(markdown.parse(cleanText(text), {})).blocks();
  const kept = rest.slice(0, articleLength(rest.map(textOf)));
  const [next] = kept;
  const standfirst = next?.type === "paragraph" ? textOf(next) : "";
  return { title: first ? textOf(first) : "", standfirst, blocks: standfirst ? kept.slice(1) : kept };
}

/** A walk over markdown-it's flat list of tokens. */
class Tokens {
  #at = 0;
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  /** The blocks up to the end, or to the token that closes the one around them. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#take(); token && token.nesting !== -1; token = this.#take()) blocks.push(...this.#block(token));
    return blocks;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case "paragraph_open":
        return this.#paragraph();
      case "heading_open":
        return [{ type: "heading", attrs: { level: levelOf(token.tag) }, content: this.#inline() }];
      case "blockquote_open":
        return filled({ type: "blockquote", content: this.blocks() });
      case "bullet_list_open":
        return [{ type: "bulletList", content: this.#items() }];
      case "ordered_list_open":
        return [{ type: "orderedList", attrs: { start: Number(token.attrGet("start") ?? 1) }, content: this.#items() }];
      case "fence":
      case "code_block":
        return [{ type: "codeBlock", content: textRun(token.content.replace(/\n$/, ""), []) }];
      case "hr":
        return [{ type: "horizontalRule" }];
      default:
        throw new Error(`Markdown has a block of a kind that is not known here: ${token.type}.`);
    }
  }

  #items(): ListItem[] {
    const items: ListItem[] = [];
    for (let token = this.#take(); token?.type === "list_item_open"; token = this.#take()) {
      const content = this.blocks();
      items.push({ type: "listItem", content: content.length ? content : [{ type: "paragraph" }] });
    }
    return items;
  }

  /** A paragraph that is one picture of ours is that picture; Markdown's title is its caption. */
  #paragraph(): Block[] {
    const inline = this.#tokens[this.#at]?.children ?? [];
    const content = this.#inline();
    const src = inline.length === 1 && inline[0]?.type === "image" ? attr(inline[0], "src") : "";
    const alt = inline[0]?.content.trim();
    const caption = inline[0] ? attr(inline[0], "title") : "";
    return mediaIdOf(src) && alt ? [{ type: "figure", attrs: { src, alt, caption, credit: "" } }] : [{ type: "paragraph", content }];
  }

  #inline(): Inline[] {
    const content = inlines(this.#take()?.children ?? []);
    this.#take();
    return content;
  }
}

function filled(block: Block & { content: Block[] }): Block[] {
  return block.content.length ? [block] : [];
}

function levelOf(tag: string): 2 | 3 | 4 {
  return tag === "h1" || tag === "h2" ? 2 : tag === "h3" ? 3 : 4;
}

function inlines(tokens: Token[]): Inline[] {
  const marks: Mark[][] = [];
  return tokens.flatMap((token): Inline[] => {
    if (token.nesting === 1) marks.push(markOf(token));
    if (token.nesting === -1) marks.pop();
    switch (token.type) {
      case "text":
      case "text_special":
        return textRun(token.content, marks.flat());
      case "code_inline":
        return textRun(token.content, [...marks.flat(), { type: "code" }]);
      case "softbreak":
        return textRun(" ", marks.flat());
      case "hardbreak":
        return [{ type: "hardBreak" }];
      case "image":
        return textRun(token.content || attr(token, "src"), [...marks.flat(), ...linkTo(attr(token, "src"))]);
      default:
        return [];
    }
  });
}

function markOf(token: Token): Mark[] {
  if (token.type === "strong_open") return [{ type: "bold" }];
  if (token.type === "em_open") return [{ type: "italic" }];
  return linkTo(attr(token, "href"));
}

function linkTo(href: string): Mark[] {
  return isSafeHref(href) ? [{ type: "link", attrs: { href } }] : [];
}

function textRun(text: string, marks: Mark[]): Inline[] {
  if (!text) return [];
  return [marks.length ? { type: "text", text, marks } : { type: "text", text }];
}

function attr(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}
