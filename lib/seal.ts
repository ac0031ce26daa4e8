import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/keys";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text with a key outside the database (AES-256-GCM): nonce, tag and cipher text; the same text never seals to
 * the same bytes twice. Takes the purpose, which names the key, the text, and the id of the row that it belongs to,
 * where it must not be opened in another's place.
 */
export function sealText(purpose: string, text: string, ownerId = ""): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce).setAAD(Buffer.from(ownerId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The text in a sealed one. Throws when it was sealed with another secret, for another purpose or owner, or changed since. */
export function openSealed(purpose: string, sealed: Uint8Array, ownerId = ""): string {
  const decipher = createDecipheriv(CIPHER, keyFor(purpose), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(ownerId)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
}
