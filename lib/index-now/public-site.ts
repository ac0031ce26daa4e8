import { isIP } from "node:net";

/** Names that stand for no machine on the Internet (RFC 6761, RFC 6762, RFC 8375, and ICANN's `internal`). */
const PRIVATE_NAMES = /(^|\.)(localhost|local|test|invalid|example|internal|home\.arpa|lan)$/;

/** Whether a site stands on the Internet under a name of its own: search engines can fetch nothing from others. Takes its address. */
export function isPublicSite(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 && host.includes(".") && !PRIVATE_NAMES.test(host);
}
