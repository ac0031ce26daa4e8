/**
 * The one `name`d thing of this process. Pages, routes, instrumentation and the server's bundle each hold their
 * own instance of a module, so what must be one (pools, stores, the page cache) lives on `globalThis`.
 * Takes a name and how to make it the first time; returns the same object to everyone.
 */
export function shared<T extends object>(name: string, make: () => T): T {
  const home = globalThis as Record<symbol, unknown>;
  return (home[Symbol.for(`leserbrief.${name}`)] ??= make()) as T;
}
