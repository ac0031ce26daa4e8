import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { digest, keyFor } from "@/lib/keys";
import type { Sender } from "@/lib/server/bridge";
import { prefixOf } from "@/lib/throttle/network";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MAX_AGENT_CHARS = 300;

/** The row that holds who wrote a comment. */
export interface Contact {
  emailSealed: Buffer<ArrayBuffer>;
  emailHash: Buffer<ArrayBuffer>;
  ipPrefix: string | null;
  userAgent: string;
}

/**
 * Makes a comment's contact: the address sealed (AES-256-GCM, a key outside the database), found again by its keyed
 * digest, and of the sender's address a prefix only (DESIGN.md §4). Takes the address as typed and the sender.
 */
export function sealContact(email: string, sender: Sender): Contact {
  return {
    emailSealed: sealEmail(email),
    emailHash: emailDigest(email),
    ipPrefix: prefixOf(sender.ip),
    userAgent: sender.agent.replace(/[^\x20-\x7e]/g, "").slice(0, MAX_AGENT_CHARS),
  };
}

/** Seals an address: nonce, tag and cipher text. The same address never seals to the same bytes twice. */
export function sealEmail(email: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor("contact.email"), nonce);
  const sealed = Buffer.concat([cipher.update(email, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The address in a sealed one. Throws when it was sealed with another secret, or changed since. */
export function openEmail(sealed: Uint8Array): string {
  const decipher = createDecipheriv(CIPHER, keyFor("contact.email"), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
}

/** The keyed digest by which all comments of one address are found; capitals do not matter. */
export function emailDigest(email: string): Buffer<ArrayBuffer> {
  return digest("contact.email.hash", email.toLowerCase());
}
