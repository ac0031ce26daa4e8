/** How long a session lasts when nobody ends it, in seconds: 14 days. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

/**
 * The session cookie's name at this site: `__Host-` under https, so that no other host or path can set it
 * (RFC 6265bis §4.1.3.2). Takes SITE_URL.
 */
export function sessionCookieName(siteUrl: string): string {
  return hostCookie("leserbrief-session", siteUrl);
}

/** The name of the cookie between password and second factor. Takes SITE_URL. */
export function challengeCookieName(siteUrl: string): string {
  return hostCookie("leserbrief-second-factor", siteUrl);
}

/** The `Set-Cookie` line that hands a challenge over, or takes it back (`null`). Takes SITE_URL and how long it lasts, in seconds. */
export function challengeCookie(siteUrl: string, challenge: string | null, seconds: number): string {
  const attributes = [
    "Path=/",
    `Max-Age=${challenge === null ? 0 : seconds}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure(siteUrl) ? ["Secure"] : []),
  ];
  return [`${challengeCookieName(siteUrl)}=${challenge ?? ""}`, ...attributes].join("; ");
}

/** Whether this site's cookies are `Secure`. Takes SITE_URL. */
export function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith("https:");
}

function hostCookie(name: string, siteUrl: string): string {
  return isSecure(siteUrl) ? `__Host-${name}` : name;
}
