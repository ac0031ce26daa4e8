import { createHmac, hkdfSync } from "node:crypto";
import { siteSecret } from "@/lib/config";

/** Deriving a key takes longer than using it, and a reply uses a dozen of a few purposes. By secret and purpose. */
const derived = new Map<string, Buffer>();

/**
 * A key for one purpose (of a handful that the code names), derived from the site's secret (HKDF-SHA-256, RFC 5869), so that no key serves two.
 * Takes the purpose's name; returns 32 bytes.
 */
export function keyFor(purpose: string): Buffer {
  const secret = siteSecret();
  const name = `${secret} ${purpose}`;
  const key = derived.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "leserbrief", purpose, 32));
  derived.set(name, key);
  return key;
}

/** A keyed digest (HMAC-SHA-256, 32 bytes) of a text, for one purpose: equal texts are found again, and nothing else is told. */
export function digest(purpose: string, text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac("sha256", keyFor(purpose)).update(text).digest());
}
