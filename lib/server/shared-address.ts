/** The query parameters that shared pages read (DESIGN.md §5), in the order in which they are written. */
const KEPT_PARAMETERS = ["after", "before", "replies"];
/** Those whose answer is shared by nobody in practice, with what they look like; others count as not given. */
const UNKEPT_PARAMETERS = [
  { name: "q", path: /^\/search$/, value: /^.{1,200}$/s },
  { name: "replyto", path: /^/, value: /^[0-9a-f-]{36}$/i },
];
const MAX_VALUE_CHARS = 100;

/** What Next is asked for in the place of a reader's address, and whether the answer is kept under it. */
export interface SharedAddress {
  url: string;
  isKept: boolean;
}

/**
 * The address under which a shared page is made and kept: the path, and of the query only what pages read, once, in
 * one order. Takes the path in its one spelling and the query with its `?`.
 */
export function sharedAddress(path: string, query: string): SharedAddress {
  if (!query) return { url: path, isKept: true };
  const given = new URLSearchParams(query);
  const known = new URLSearchParams();
  for (const name of KEPT_PARAMETERS) {
    const value = given.get(name);
    if (value && value.length <= MAX_VALUE_CHARS) known.set(name, value);
  }
  let isKept = true;
  for (const { name, path: where, value: shape } of UNKEPT_PARAMETERS) {
    const value = given.get(name);
    if (!value || !where.test(path) || !shape.test(value)) continue;
    known.set(name, value);
    isKept = false;
  }
  return { url: known.size ? `${path}?${known.toString()}` : path, isKept };
}
