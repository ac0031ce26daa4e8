import type { publicDb } from "@/lib/db/public";
import type { Tx } from "@/lib/db/private";

/** A picture as `figureHtml` writes it; no text of a post holds one, since `<` is escaped there. */
const PICTURE = /<picture>.*?<\/picture>/gs;
const ITS_ID = /\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//;
const MOST_PICTURES = 500;

/**
 * A text's HTML with each picture's placeholder under it, seen until the picture is there, as over the text. Only for
 * pages: what is stored, and read elsewhere, has each picture once. Takes a client or transaction, and HTML made by
 * `renderDocument`. Index: media's primary key.
 */
export async function withPlaceholders(db: typeof publicDb | Tx, html: string): Promise<string> {
  const ids = new Set(Array.from(html.matchAll(PICTURE), ([found]) => idIn(found)).filter(Boolean));
  if (ids.size === 0) return html;
  const select = { id: true, blur: true, width: true, height: true } as const;
  const pictures = await db.media.findMany({ where: { id: { in: [...ids] } }, select, take: MOST_PICTURES });
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return html.replace(PICTURE, (found) => {
    const { blur, width, height } = byId.get(idIn(found)) ?? {};
    if (!blur) return found;
    const src = `data:image/webp;base64,${Buffer.from(blur).toString("base64")}`;
    return `<span class="placeholder"><img src="${src}" alt="" width="${width}" height="${height}">${found}</span>`;
  });
}

function idIn(picture: string): string {
  return ITS_ID.exec(picture)?.[1] ?? "";
}
