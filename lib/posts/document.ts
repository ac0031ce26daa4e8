/** What a mark does to a run of text. */
export type Mark = { type: "bold" | "italic" | "code" } | { type: "link"; attrs: { href: string } };

/** A run of text, a line break in it, or the place of a footnote, which carries the note's own text. */
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak" } | { type: "footnote"; attrs: { text: string } };

/** A picture of this site in the text: its address, the text for those who do not see it, what stands under it. */
export type Figure = { type: "figure"; attrs: { src: string; alt: string; caption: string; credit: string } };

/** A link set as a card: nothing of what it leads to is shown or fetched but what an editor typed. */
export type LinkCard = { type: "linkCard"; attrs: { href: string; title: string; description: string } };

/** What a post's text is built from: ProseMirror's JSON, with the attributes that are kept and no others. */
export type Block =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "heading"; attrs: { level: 2 | 3 | 4 }; content?: Inline[] }
  | { type: "codeBlock"; content?: Inline[] }
  | { type: "blockquote"; content: Block[] }
  | { type: "pullQuote"; attrs: { source: string }; content?: Inline[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs: { start: number }; content: ListItem[] }
  | Figure
  | LinkCard
  | Table
  | { type: "horizontalRule" };

export type ListItem = { type: "listItem"; content: Block[] };

export type Table = { type: "table"; attrs: { caption: string }; content: TableRow[] };
export type TableRow = { type: "tableRow"; content: TableCell[] };
/** A cell holds paragraphs and lists. */
export type TableCell = { type: "tableHeader" | "tableCell"; attrs: { colspan: number; rowspan: number }; content: Block[] };

/** The version of the form below: `post.body_schema` and `post_revision.schema` name the one that a text was stored in. */
export const DOCUMENT_VERSION = 2;

/** A post's body as the editor holds it and the database keeps it. */
export type PostDocument = { type: "doc"; content: Block[] };

/** The id of the picture that an address of this site's media shows, or null (`/media/ID/WIDTH.webp` and the like). */
export function mediaIdOf(src: string): string | null {
  return /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[\w.-]+$/.exec(src)?.[1] ?? null;
}

/** Whether a link may lead there: http(s), mailto, a path of this site, a place on the page. */
export function isSafeHref(href: string): boolean {
  // Browsers drop tabs and line breaks inside an address and blanks before it (URL standard §4.4): none may be there.
  return /^(https?:\/\/[^/]|mailto:[^:]|\/(?![/\\])|#)/i.test(href) && !/[\u0000-\u0020\u007f-\u00a0\\]/.test(href) && href.length <= 2000;
}
