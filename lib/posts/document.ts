/** What a mark does to a run of text. */
export type Mark = { type: "bold" | "italic" | "code" } | { type: "link"; attrs: { href: string } };

/** A run of text, or a line break in it. */
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak" };

/** What a post's text is built from: ProseMirror's JSON, with the attributes that are kept and no others. */
export type Block =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "heading"; attrs: { level: 2 | 3 | 4 }; content?: Inline[] }
  | { type: "codeBlock"; content?: Inline[] }
  | { type: "blockquote"; content: Block[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs: { start: number }; content: ListItem[] }
  | { type: "image"; attrs: { src: string; alt: string } }
  | { type: "horizontalRule" };

export type ListItem = { type: "listItem"; content: Block[] };

/** A post's body as the editor holds it and the database keeps it (version 1 of its form). */
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
