import type { ServerResponse } from "node:http";

/** In milliseconds: after how long a browser whose stream has ended tries again, so that not all come at once. */
const RETRY = { least: 5_000, spread: 10_000 };

const MOST_WAITING_BYTES = 4_096;

/** Begins a stream of events (HTML, "Server-sent events"): kept nowhere, and held back by no proxy or compression. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.write(`retry: ${RETRY.least + Math.floor(Math.random() * RETRY.spread)}\n\n`);
}

/** Sends one event. Takes its lines. */
export function tellEvent(response: ServerResponse, lines: string[]): void {
  if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
  else response.write(`${lines.map((line) => `data: ${line}\n`).join("")}\n`);
}

/** Shows proxies that the stream lives. Whoever has still not taken what was sent before is let go: nothing piles up here. */
export function beat(response: ServerResponse): void {
  if (!response.headersSent) return;
  if (response.writableLength > 0) response.destroy();
  else response.write(":\n\n");
}

/** Ends a stream that was begun. */
export function endEvents(response: ServerResponse): void {
  if (response.headersSent) response.end();
}
