/** How long a session lasts when nobody ends it, in seconds: 14 days. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

/**
 * The session cookie's name at this site: `__Host-` under https, so that no other host or path can set it
 * (RFC 6265bis §4.1.3.2). Takes SITE_URL.
 */
export function sessionCookieName(siteUrl: string): string {
  return isSecure(siteUrl) ? "__Host-leserbrief-session" : "leserbrief-session";
}

/** Whether this site's cookies are `Secure`. Takes SITE_URL. */
export function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith("https:");
}
