/** A place in the list of published posts: newest first; between equal times the id decides. */
export interface Place {
  publishedAt: Date;
  id: string;
}

const CURSOR = /^(-?[0-9a-z]{1,9})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** The first instant that the database's driver writes as PostgreSQL reads it: the year 1. */
const LEAST_MS = -62_135_596_800_000;

/** A place as a query parameter: the time in milliseconds (base 36) and the id. */
export function writeCursor({ publishedAt, id }: Place): string {
  return `${publishedAt.getTime().toString(36)}-${id}`;
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readCursor(text: string): Place | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  const ms = parseInt(at ?? "", 36);
  return id && ms >= LEAST_MS ? { publishedAt: new Date(ms), id } : null;
}
