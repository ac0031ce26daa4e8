/** What an address asks for, each name once, as text. */
export type Asked = Record<string, string>;

/** The single texts of a query: of a name that comes twice, and of what is empty, nothing. */
export function askedFor(query: Record<string, string | string[] | undefined>): Asked {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" && value.trim() ? [[name, value.trim()]] : [])),
  );
}

/** The address of a list with what was asked for, changed by what is given; null takes something out. */
export function hrefOf(home: string, asked: Asked, change: Record<string, string | null> = {}): string {
  const all = { ...asked, ...change };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
  );
  return query.size ? `${home}?${query.toString()}` : home;
}
