/** Where one goes after signing in when nothing else was asked for. */
export const NEWSROOM_PATH = "/admin";

/**
 * Where to go after signing in: a path under /admin of this site and nothing else, whatever was asked for
 * (CONTRACT.md 13). Takes the untrusted `callbackUrl`; read as a browser reads it (WHATWG URL), so that `//host`,
 * `/\host` and control characters are seen for what they are.
 */
export function callbackPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, HERE)) return NEWSROOM_PATH;
  const url = new URL(wanted, HERE);
  url.searchParams.delete("_rsc"); // Next's own, from when it was navigating
  const { origin, pathname, search } = url;
  const isInNewsroom = pathname === NEWSROOM_PATH || pathname.startsWith(`${NEWSROOM_PATH}/`);
  const path = pathname + search;
  const isWayIn = path.startsWith(SIGN_IN_PATH) || path.startsWith(SECOND_FACTOR_PATH);
  return origin === HERE && isInNewsroom && !isWayIn ? path : NEWSROOM_PATH;
}

// A host that nobody has (RFC 6761): what is absolute, or leads elsewhere, has another origin.
const HERE = "https://here.invalid";
const SIGN_IN_PATH = "/admin/sign-in";
const SECOND_FACTOR_PATH = "/admin/second-factor";

/** The sign-in page's address, which afterwards leads to a path of the newsroom. */
export function signInPath(callback: unknown): string {
  return leadingTo(SIGN_IN_PATH, callback);
}

/** The address of the page that asks for the second factor, which afterwards leads to a path of the newsroom. */
export function secondFactorPath(callback: unknown): string {
  return leadingTo(SECOND_FACTOR_PATH, callback);
}

function leadingTo(page: string, callback: unknown): string {
  const path = callbackPath(callback);
  return path === NEWSROOM_PATH ? page : `${page}?callbackUrl=${encodeURIComponent(path)}`;
}
