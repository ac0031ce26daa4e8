import type { IncomingMessage, ServerResponse } from "node:http";
import type { Finished } from "@/lib/server/finish";
import { chooseEncoding } from "@/lib/server/negotiate";

/** Sends a finished answer: the coding that the visitor takes, or 304 when it is held already; HEAD without the body. */
export function sendFinished(page: Finished, request: IncomingMessage, response: ServerResponse): void {
  const body = page.bodies[chooseEncoding(headerOf(request, "accept-encoding"))];
  if (page.status === 200 && isHeld(request, page, body.etag)) {
    response.writeHead(304, body.notModifiedHeaders).end();
    return;
  }
  response.writeHead(page.status, body.headers).end(request.method === "HEAD" ? undefined : body.bytes);
}

/**
 * Sends a finished page in the place of what was asked for, under a status of its own: not found, failed, refused.
 * Takes headers that replace the page's or join them. There is no 304 here, and no ETag.
 */
export function sendInstead(
  page: Finished,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {} }: { status: number; headers?: Record<string, string> },
): void {
  const body = page.bodies[chooseEncoding(headerOf(request, "accept-encoding"))];
  for (let at = 0; at < body.headers.length; at += 2) {
    const [name = "", value = ""] = body.headers.slice(at, at + 2);
    if (name !== "ETag") response.setHeader(name, value);
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body.bytes);
}

/**
 * Whether the visitor holds the answer already. If-None-Match decides where both are sent (RFC 9110 §13.2.2); the date
 * counts only when it is this version's: one that was made later may be older by its date than one that is gone.
 */
function isHeld({ headers }: IncomingMessage, { lastModified }: Finished, etag: string): boolean {
  const held = headers["if-none-match"];
  if (held !== undefined) return isNamed(held, etag);
  return lastModified !== undefined && Date.parse(headers["if-modified-since"] ?? "") === lastModified;
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2): a proxy may have weakened the tag. */
function isNamed(header: string, etag: string): boolean {
  return header === etag || header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/** One header as Node gives it; Node joins repeated ones, but its types allow lists. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
