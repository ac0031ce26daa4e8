import { config } from "@/lib/config";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether an Origin header names this site. While SITE_URL is a loopback name, the three loopback names on its port
 * are one origin (CONTRACT.md, Settings). `null` and what does not parse are foreign.
 */
export function isOurOrigin(origin: string): boolean {
  const { SITE_URL } = config();
  if (origin === SITE_URL) return true;
  if (!URL.canParse(origin)) return false;
  const [given, site] = [new URL(origin), new URL(SITE_URL)];
  if (!LOOPBACK.has(given.hostname) || !LOOPBACK.has(site.hostname)) return false;
  return given.protocol === site.protocol && given.port === site.port && given.origin === origin;
}
