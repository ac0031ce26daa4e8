import { digest } from "@/lib/keys";
import { openSealed, sealText } from "@/lib/seal";
import type { Sender } from "@/lib/server/bridge";
import { prefixOf } from "@/lib/throttle/network";

const MAX_AGENT_CHARS = 300;
const SEALED_EMAIL = "contact.email";

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

/** Seals an address; the same one never seals to the same bytes twice. */
export function sealEmail(email: string): Buffer<ArrayBuffer> {
  return sealText(SEALED_EMAIL, email);
}

/** The address in a sealed one. Throws when it was sealed with another secret, or changed since. */
export function openEmail(sealed: Uint8Array): string {
  return openSealed(SEALED_EMAIL, sealed);
}

/** The keyed digest by which all comments of one address are found; capitals do not matter. */
export function emailDigest(email: string): Buffer<ArrayBuffer> {
  return digest("contact.email.hash", email.toLowerCase());
}
