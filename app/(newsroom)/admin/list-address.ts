/** The address of a newsroom list. Takes its path, what is looked for there, and the place to go on from; neither need be. */
export function listAddress(path: string, { q, after }: { q: string; after?: string }): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(after && { after }) }).toString();
  return query ? `${path}?${query}` : path;
}
