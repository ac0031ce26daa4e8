/** A place in the list of published posts: newest first; between equal times the id decides. */
export interface Place {
  publishedAt: Date;
  id: string;
}

const CURSOR = /^(-?[0-9a-z]{1,9})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A place as a query parameter: the time in milliseconds (base 36) and the id. */
export function writeCursor({ publishedAt, id }: Place): string {
  return `${publishedAt.getTime().toString(36)}-${id}`;
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readCursor(text: string): Place | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  return at && id ? { publishedAt: new Date(parseInt(at, 36)), id } : null;
}
