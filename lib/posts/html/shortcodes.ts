import { cutLine } from "@/lib/posts/clean-text";
import { MAX_LINE_CHARS } from "@/lib/posts/read-node";
import { isWebAddress, textOfPieces, textPiece, type Embedded, type Picture, type Piece } from "./pieces";

/** Finds a picture of the export by the number that WordPress has for it; null when there is none. */
export type FindAttachment = (id: string) => Omit<Picture, "type"> | null;

/** A shortcode of those that are read, as WordPress's Shortcode API writes it; `[[…]]` is one that is only shown. */
const SHORTCODE = /(?<!\[)\[(\/?)(caption|wp_caption|gallery|embed)(?![\w-])([^[\]]*)\]/gi;
/** An attribute of one; the editor's curly quotes are quotes, too. */
const ATTRIBUTE = /(?<![\w-])([\w-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([\w,-]+))/g;

/**
 * The shortcodes of WordPress itself in a paragraph: a caption goes to its picture, an embed is what its address shows,
 * a gallery its pictures one after the other. Takes the paragraph and who finds a gallery's pictures; returns it anew.
 * All others, and what is not whole, stay as they were typed.
 */
export function settleShortcodes(pieces: Piece[], findAttachment: FindAttachment): Piece[] {
  const settled: Piece[] = [];
  let open: { name: string; at: number; caption: string } | null = null;
  for (const piece of pieces) {
    if (piece.type !== "text" || !piece.text.includes("[") || piece.marks?.some(({ type }) => type === "code")) {
      settled.push(piece);
      continue;
    }
    let end = 0;
    for (const { 0: typed, 1: slash, 2: name = "", 3: rest = "", index } of piece.text.matchAll(SHORTCODE)) {
      settled.push(...textPiece(piece.text.slice(end, index), piece.marks ?? []));
      end = index + typed.length;
      const kind = name.toLowerCase().replace("wp_", "");
      const whole: Piece[] = slash && open?.name === kind ? closed(kind, settled.slice(open.at + 1), open.caption) : [];
      const pictures = kind === "gallery" ? galleryOf(attributesOf(rest).get("ids") ?? "", findAttachment) : [];
      if (whole.length && open) settled.splice(open.at, Infinity, ...whole);
      else settled.push(...(pictures.length ? pictures : textPiece(typed, piece.marks ?? [])));
      if (slash) open = null;
      else if (kind !== "gallery") open = { name: kind, at: settled.length - 1, caption: attributesOf(rest).get("caption") ?? "" };
    }
    settled.push(...textPiece(piece.text.slice(end), piece.marks ?? []));
  }
  return settled;
}

/** What a shortcode that ends here makes of what is in it; nothing when it makes nothing of it. */
function closed(kind: string, inner: Piece[], caption: string): Piece[] {
  if (kind === "embed") {
    const href = textOfPieces(inner).trim();
    return isWebAddress(href) ? [{ type: "embedded", href, caption: "" }] : [];
  }
  const bears = (piece: Piece): piece is Picture | Embedded => piece.type === "picture" || piece.type === "embedded";
  const bearer = inner.find(bears);
  if (!bearer) return [];
  const [line, rest] = cutLine(`${caption} ${textOfPieces(inner)}`, MAX_LINE_CHARS);
  const others = inner.filter((piece) => piece !== bearer && (bears(piece) || piece.type === "footnote"));
  return [{ ...bearer, caption: line }, ...textPiece(rest, []), ...others];
}

function galleryOf(ids: string, findAttachment: FindAttachment): Picture[] {
  return ids.split(",").flatMap((id) => {
    const found = findAttachment(id.trim());
    return found ? [{ type: "picture" as const, ...found }] : [];
  });
}

function attributesOf(typed: string): Map<string, string> {
  return new Map(Array.from(typed.matchAll(ATTRIBUTE), ([, name = "", ...values]) => [name.toLowerCase(), values.find(Boolean) ?? ""]));
}
