/**
 * Whether an address names key, secret and bucket of a store; what is no address at all is told of elsewhere, and passes.
 * Without a region `us-east-1` is meant, as most stores other than Amazon's expect.
 */
export function namesBucket(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { username, password, pathname } = new URL(url);
  return [username, password, pathname].every((part) => /^\/?[^/]/.test(part) && isDecodable(part));
}

function isDecodable(part: string): boolean {
  try {
    return decodeURIComponent(part) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Whether nobody on the way reads what is sent there: https, or this machine; what is no address at all passes. */
export function isConfidential(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
