import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Together under ten seconds (DESIGN.md §6): for the requests that run, and for closing what they used. */
const LIMITS = { requestsMs: 8_000, closingMs: 1_500 };
const IDLE_CHECK_MS = 500;

/** What is left to do when the last answer is out, in this order. */
export type Closing = (() => Promise<unknown>)[];

/**
 * Lets a server end well (DESIGN.md §6). Takes the server with its handler, and what is closed afterwards. Returns how to
 * begin: from then on every answer says `Connection: close`, nobody new is accepted, idle connections are closed, what runs is
 * finished or cut off after eight seconds; then the rest is closed in order, all within ten.
 */
export function drainOf(server: Server, closing: Closing, limits = LIMITS): () => Promise<void> {
  let isDraining = false;
  const running = new Set<ServerResponse>();
  server.prependListener("request", (_request, response) => {
    if (isDraining) response.shouldKeepAlive = false;
  });
  // After the handler: what it answered at once never counts as running.
  server.on("request", (_request, response) => {
    if (response.writableEnded) return;
    running.add(response);
    response.once("close", () => running.delete(response));
  });
  return async () => {
    isDraining = true;
    for (const response of running) response.shouldKeepAlive = false;
    const closed = once(server, "close");
    server.close();
    server.closeIdleConnections();
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const late = setTimeout(() => server.closeAllConnections(), limits.requestsMs);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
    // What hangs while it is closed (a connection that was cut off) does not keep the process.
    await Promise.race([closeInOrder(closing), sleep(limits.closingMs, undefined, { ref: false })]);
  };
}

async function closeInOrder(closing: Closing): Promise<void> {
  for (const close of closing) await close();
}
