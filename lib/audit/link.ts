import { createHmac } from "node:crypto";
import { keyFor } from "@/lib/keys";

/** A row of the ledger as PostgreSQL writes its columns out; null where it has none. */
export interface WrittenRow {
  id: string;
  /** Milliseconds since 1970, as a whole number in digits. */
  at: string;
  actorId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  /** JSON as PostgreSQL writes `jsonb`: keys in its order, numbers with all their digits. */
  from: string | null;
  to: string | null;
  why: string | null;
  rule: string | null;
}

/** The form in which rows are written down today. A later one gets the next number, and the older ones stay in FORMS. */
export const FORM = 1;

/**
 * Every form in which rows were ever hashed, so that old links can be checked for good. A column that is added to the
 * ledger later belongs into a new form, never into one that was used.
 *
 * Form 1: the columns in this order, each as a byte that says whether it is there (0, 1) and, if so, its length in
 * bytes (4 bytes, big-endian) and its UTF-8. No two different rows give the same bytes.
 */
const FORMS: Record<number, (row: WrittenRow) => Buffer> = {
  1: (row) =>
    Buffer.concat(
      [row.id, row.at, row.actorId, row.act, row.subjectType, row.subjectId, row.from, row.to, row.why, row.rule].flatMap(writtenDown),
    ),
};

function writtenDown(value: string | null): Buffer[] {
  if (value === null) return [Buffer.of(0)];
  const bytes = Buffer.from(value, "utf8");
  const head = Buffer.alloc(5);
  head.writeUInt8(1);
  head.writeUInt32BE(bytes.length, 1);
  return [head, bytes];
}

/** A row's bytes in a form; null when there is no such form (yet). */
export function bytesOfRow(row: WrittenRow, form = FORM): Buffer | null {
  return FORMS[form]?.(row) ?? null;
}

/** What stands before the first link. */
export const BEGINNING = Buffer.alloc(32);

/**
 * The hash that ties a row to all before it: HMAC-SHA-256, keyed by the site's secret, of the hash before, the form's
 * number (a byte) and the row's bytes. Who may do everything in the database, and has not that secret, can make no link.
 * Takes the 32 bytes of the hash before; returns 32 bytes, or null when there is no such form.
 */
export function linkHash(previous: Uint8Array, row: WrittenRow, form = FORM): Buffer<ArrayBuffer> | null {
  const bytes = bytesOfRow(row, form);
  if (!bytes) return null;
  return Buffer.from(createHmac("sha256", keyFor("ledger chain")).update(previous).update(Buffer.of(form)).update(bytes).digest());
}
