/** A place in a list of results: a time in milliseconds or a score, and the id that decides between equals. */
export interface ResultPlace {
  key: number;
  id: string;
}

const CURSOR = /^(-?[0-9a-z]{1,9})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** The first instant that the database's driver writes as PostgreSQL reads it: the year 1. */
const LEAST_KEY = -62_135_596_800_000;

/** A place as a query parameter: the number in base 36, and the id. */
export function writeResultCursor({ key, id }: ResultPlace): string {
  return `${key.toString(36)}-${id}`;
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readResultCursor(text: string): ResultPlace | null {
  const [, key, id] = CURSOR.exec(text) ?? [];
  const place = key && id ? { key: parseInt(key, 36), id } : null;
  return place && place.key >= LEAST_KEY ? place : null;
}
