import type { Tx } from "@/lib/db/private";
import { pictureColumns } from "@/lib/media/shown";
import type { Picture } from "@/lib/posts/render-figure";

/** The pictures of these ids that are there, by id, as a document is rendered with them. Index: the primary key. */
export async function picturesOf(tx: Tx, ids: string[]): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map();
  const found = await tx.media.findMany({ where: { id: { in: ids } }, select: pictureColumns, take: ids.length });
  return new Map(found.map((picture) => [picture.id, picture]));
}
