import { randomBytes } from "node:crypto";

/** A new id (UUIDv7, RFC 9562 §5.7), for a row that others must name before it is there. Ids grow with time: takes that of the row, in milliseconds. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one spelling that PostgreSQL writes (RFC 9562 §4, in small letters). */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Rows in the order of their ids, each once; ids without a row are left out, and rows that are not asked for. */
export function inOrderOf<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
