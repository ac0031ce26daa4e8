import { createHmac, hkdfSync } from "node:crypto";
import { siteSecret } from "@/lib/config";

/**
 * A key for one purpose, derived from the site's secret (HKDF-SHA-256, RFC 5869), so that no key serves two.
 * Takes the purpose's name; returns 32 bytes.
 */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", siteSecret(), "leserbrief", purpose, 32));
}

/** A keyed digest (HMAC-SHA-256, 32 bytes) of a text, for one purpose: equal texts are found again, and nothing else is told. */
export function digest(purpose: string, text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac("sha256", keyFor(purpose)).update(text).digest());
}
