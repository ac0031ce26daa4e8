/** A place in a list: what it is sorted by, as a number (a time in milliseconds, a score), and the id that decides between equals. */
export interface ListPlace {
  key: number;
  id: string;
}

const CURSOR = /^(-?[0-9a-z]{1,9})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** The first instant that the database's driver writes as PostgreSQL reads it: the year 1. */
const LEAST_KEY = -62_135_596_800_000;

/** A place as a query parameter: the number in base 36, and the id. */
export function writePlace({ key, id }: ListPlace): string {
  return `${key.toString(36)}-${id}`;
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readPlace(text: string): ListPlace | null {
  const [, written, id] = CURSOR.exec(text) ?? [];
  const key = parseInt(written ?? "", 36);
  return id && key >= LEAST_KEY ? { key, id } : null;
}
