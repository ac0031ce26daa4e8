import MarkdownIt, { type StateCore, type StateInline, type Token } from "markdown-it";

/** Quotes within quotes beyond this are shown as typed, so that no text can nest a page too deep for a browser. */
export const MAX_NESTED_QUOTES = 10;
const QUOTED_DEEPER = new RegExp(`^(?: {0,3}> ?){${MAX_NESTED_QUOTES + 1}}`, "m");

const withQuotes = commentMarkdown(["blockquote"]);
const withoutQuotes = commentMarkdown([]);

/**
 * A comment's text as safe HTML. Takes plain text as it is stored; never throws. What is not understood is shown as
 * typed (`a<c and 5>3`); links carry rel="nofollow ugc noopener" (CONTRACT.md 12).
 */
export function renderComment(body: string): string {
  return (QUOTED_DEEPER.test(body) ? withoutQuotes : withQuotes).render(body);
}

/**
 * The small Markdown of comments: paragraphs, line breaks, emphasis, links (also bare addresses), code, and quotes.
 * Everything else, HTML above all, is text.
 */
function commentMarkdown(more: string[]) {
  const markdown = new MarkdownIt("zero", { html: false, linkify: true, breaks: true, maxNesting: 100 });
  markdown.enable(["newline", "emphasis", "link", "linkify", "backticks", "fence", ...more]);
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // Only the web: a mailto: link would publish an address, and any other scheme is somebody's trick.
  markdown.validateLink = (url) => /^https?:\/\//i.test(url);
  markdown.normalizeLinkText = (url) => url;
  markdown.core.ruler.after("inline", "empty_links", showEmptyLinks);
  markdown.inline.ruler.before("link", "no_pictures", showPictureMark);
  markdown.renderer.rules.link_open = (tokens, index, options, _environment, renderer) => {
    tokens[index]?.attrSet("rel", "nofollow ugc noopener");
    return renderer.renderToken(tokens, index, options);
  };
  // The language of a code block as data, not as a class: readers choose no class names on our pages.
  markdown.renderer.rules.fence = (tokens, index) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const { escapeHtml } = markdown.utils;
    return `<pre${info.trim() && ` data-language="${escapeHtml(info.trim())}"`}><code>${escapeHtml(content)}</code></pre>\n`;
  };
  return markdown;
}

/** A picture is shown as typed: without its first bracket no link is made of the rest. */
function showPictureMark(state: StateInline): boolean {
  if (!state.src.startsWith("![", state.pos)) return false;
  state.pending += "![";
  state.pos += 2;
  return true;
}

/** A link without a text or without an address, which nobody could see or follow, is shown as typed. */
function showEmptyLinks({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    for (const [start, opening] of (children ?? []).entries()) {
      if (!children || opening.type !== "link_open") continue;
      const end = children.findIndex(({ type }, index) => index > start && type === "link_close");
      const href = opening.attrGet("href");
      const closing = children[end];
      if (!closing || (href && children.slice(start, end).some(({ content }) => content.trim()))) continue;
      const title = opening.attrGet("title");
      asText(opening, "[");
      asText(closing, `](${href ?? ""}${title ? ` "${title}"` : ""})`);
    }
  }
}

function asText(token: Token, content: string): void {
  Object.assign(token, { type: "text", tag: "", nesting: 0, attrs: null, content });
}
