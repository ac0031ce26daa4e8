import { timingSafeEqual } from "node:crypto";
import { digest } from "@/lib/keys";

const MAC_BYTES = 16;
const ID_BYTES = 16;
const TIME_BYTES = 6;

/**
 * The key of a link that one person is given: what it names and a MAC (HMAC-SHA-256, cut to 128 bits) for one purpose,
 * so that a key for one thing opens no other. Takes the purpose and a few bytes; returns base64url, which fits into a path.
 */
export function signedKey(purpose: string, payload: Buffer): string {
  return Buffer.concat([payload, macOf(purpose, payload)]).toString("base64url");
}

/** What an untrusted key names; null when we did not sign it for this purpose, or somebody spelled it otherwise. */
export function openSignedKey(purpose: string, key: string): Buffer | null {
  const bytes = Buffer.from(key, "base64url");
  if (bytes.length <= MAC_BYTES || bytes.toString("base64url") !== key) return null;
  const payload = bytes.subarray(0, -MAC_BYTES);
  return timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(purpose, payload)) ? payload : null;
}

/** The key of a link that names one row, for one purpose. Takes its id; returns 43 characters. */
export function signedId(purpose: string, id: string): string {
  return signedKey(purpose, bytesOfId(id));
}

/** The id in an untrusted key for one purpose, or null. */
export function openSignedId(purpose: string, key: string): string | null {
  const payload = openSignedKey(purpose, key);
  return payload?.length === ID_BYTES ? idOfBytes(payload) : null;
}

/** A key that opens for some time only. Takes the purpose, what it names, until when. */
export function expiringKey(purpose: string, payload: Buffer, end: Date): string {
  const until = Buffer.alloc(TIME_BYTES);
  until.writeUIntBE(Math.floor(end.getTime() / 1000), 0, TIME_BYTES);
  return signedKey(purpose, Buffer.concat([payload, until]));
}

/** What an untrusted expiring key names; null when it is not ours for this purpose, or its time has passed. Takes the time now. */
export function openExpiringKey(purpose: string, key: string, now: Date): Buffer | null {
  const payload = openSignedKey(purpose, key);
  if (!payload || payload.length <= TIME_BYTES) return null;
  const named = payload.length - TIME_BYTES;
  return payload.readUIntBE(named, TIME_BYTES) * 1000 > now.getTime() ? payload.subarray(0, named) : null;
}

/** A UUID's 16 bytes. */
export function bytesOfId(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** The UUID of 16 bytes, as PostgreSQL writes it. */
export function idOfBytes(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function macOf(purpose: string, payload: Buffer): Buffer {
  return digest(purpose, payload.toString("hex")).subarray(0, MAC_BYTES);
}
