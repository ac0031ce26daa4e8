import { readPlace, writePlace } from "@/lib/keyset";

/** A place in the list of published posts: newest first; between equal times the id decides. */
export interface Place {
  publishedAt: Date;
  id: string;
}

/** A place as a query parameter: the time in milliseconds (base 36) and the id. */
export function writeCursor({ publishedAt, id }: Place): string {
  return writePlace({ key: publishedAt.getTime(), id });
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readCursor(text: string): Place | null {
  const place = readPlace(text);
  return place && { publishedAt: new Date(place.key), id: place.id };
}
