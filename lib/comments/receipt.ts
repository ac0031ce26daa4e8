import { timingSafeEqual } from "node:crypto";
import { digest } from "@/lib/keys";

const ID_BYTES = 16;
const MAC_BYTES = 16;

/**
 * The key of a comment's receipt: its id and a MAC (HMAC-SHA-256, cut to 128 bits), in base64url. Only who was given
 * it can see the comment before it is decided. Takes the comment's id; returns 43 characters that fit into a path.
 */
export function receiptKey(commentId: string): string {
  const id = Buffer.from(commentId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, macOf(id)]).toString("base64url");
}

/** The id of the comment that a receipt's key opens, or null when we did not sign it. */
export function commentOfReceipt(key: string): string | null {
  const bytes = Buffer.from(key, "base64url");
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== key) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(id))) return null;
  const hex = id.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function macOf(id: Buffer): Buffer {
  return digest("comment.receipt", id.toString("hex")).subarray(0, MAC_BYTES);
}
