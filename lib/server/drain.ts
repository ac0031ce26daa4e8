import { once } from "node:events";
import type { Server } from "node:http";

const DRAIN_MS = 10_000;
const LEAST_MS = 500;

/** What is left to do when the last answer is out, in this order. */
export type Closing = (() => Promise<unknown>)[];

/**
 * Lets a server end well (DESIGN.md §6). From the first answer on it knows of the drain: once begun, every answer says
 * `Connection: close`. Returns how to begin it: nobody new is accepted, idle connections are closed, what runs is
 * finished within ten seconds; then the rest is closed in order.
 */
export function drainOf(server: Server, closing: Closing): () => Promise<void> {
  let isDraining = false;
  server.prependListener("request", (_request, response) => {
    if (isDraining) response.shouldKeepAlive = false;
  });
  return async () => {
    isDraining = true;
    const closed = once(server, "close");
    server.close();
    server.closeIdleConnections();
    const idle = setInterval(() => server.closeIdleConnections(), LEAST_MS);
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS - LEAST_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
    for (const close of closing) await close();
  };
}
