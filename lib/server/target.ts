/** What a request asks for: the path in its one spelling (decoded and encoded again), and the query with its `?`. */
export interface Target {
  path: string;
  query: string;
  /** Whether the path was written otherwise: doubled or trailing slashes, dot segments, another encoding. */
  isMisspelt: boolean;
}

const HIDDEN = /%00|%2F|%5C/;

/**
 * Reads a request target (RFC 9112 §3.2), as Node hands it over: bytes as Latin-1. Returns null for one that does
 * not decode as UTF-8, that hides a NUL or a slash in its encoding, or that is no path: the answer is 400.
 */
export function readTarget(target: string): Target | null {
  const text = decoded(target)?.replace(/^https?:\/\/[^/?#]*/i, "");
  if (!text?.startsWith("/")) return null;
  const end = text.search(/[?#]/);
  const written = end < 0 ? text : text.slice(0, end);
  const path = spelled(written);
  return path === null || HIDDEN.test(path) ? null : { path, query: queryOf(text), isMisspelt: path !== written };
}

function decoded(target: string): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(target, "latin1"));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function spelled(text: string): string | null {
  try {
    // A host of its own keeps `//name` a path.
    const segments: string[] = [];
    for (const written of new URL(`http://host${text}`).pathname.split("/")) {
      const segment = decodeURIComponent(written);
      // RFC 3986 §5.2.4. Node's parser leaves such a segment where a name before it begins with a dot.
      if (segment === "..") segments.pop();
      else if (segment !== "" && segment !== ".") segments.push(encodeURIComponent(segment));
    }
    return `/${segments.join("/")}`;
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

function queryOf(text: string): string {
  const [beforeFragment = ""] = text.split("#");
  const start = beforeFragment.indexOf("?");
  return start < 0 ? "" : beforeFragment.slice(start);
}
