import { isIPv4, isIPv6 } from "node:net";

/**
 * The block of addresses that counts as one sender: an IPv4 address as it is, an IPv6 address's /64, since one
 * subscriber is given a whole /64 (RFC 6177). Takes an address as the server established it; IPv4 written as
 * IPv6 (::ffff:192.0.2.7) is IPv4, and what is no address is returned as it is.
 */
export function networkOf(ip: string): string {
  const address = plainAddress(ip);
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : address;
}

/**
 * What may be stored of an address: an IPv4 address's /24, an IPv6 address's /48, never the whole (DESIGN.md §4).
 * Takes an address as `networkOf` does; returns null for what is no address.
 */
export function prefixOf(ip: string): string | null {
  const address = plainAddress(ip);
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  return isIPv6(address) ? `${groupsOf(address).slice(0, 3).join(":")}::/48` : null;
}

/** The same of an address as somebody types it, or of such a prefix. Null for what is neither. */
export function typedPrefix(text: string): string | null {
  const [address = "", length, ...more] = text.trim().split("/");
  const isPrefix = length === undefined || (isIPv4(address) && length === "24") || (isIPv6(address) && length === "48");
  return isPrefix && more.length === 0 ? prefixOf(address) : null;
}

function plainAddress(ip: string): string {
  const withoutZone = ip.replace(/%.*$/, "");
  return withoutZone.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

/** The eight groups of a valid IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // URL parsing is the one thing in Node.js that writes an IPv6 address in its canonical form (RFC 5952).
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const groups = (part: string) => part.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<string>(missing).fill("0"), ...groups(tail ?? "")];
}
