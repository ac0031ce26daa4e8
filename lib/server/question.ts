import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { config } from "@/lib/config";
import type { Question } from "@/lib/server/ask";

/** Headers of a visitor that routes and the newsroom may see; everything else stays outside. */
const FORWARDED = [
  "accept",
  "accept-language",
  "authorization",
  "content-type",
  "cookie",
  "idempotency-key",
  "if-modified-since",
  "if-none-match",
  "origin",
  "range",
  "sec-fetch-mode",
  "sec-fetch-site",
  "user-agent",
  // Who opened the editor that a save comes from (lib/posts/schema.ts, WRITER_HEADER).
  "x-writer",
];
/** What the newsroom's App Router sends besides (React's Flight); nobody else may speak it. */
const FLIGHT = [
  "rsc",
  "next-action",
  "next-hmr-refresh",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
];

/** A nonce for one render: it marks the scripts that Next itself writes. */
export function makeNonce(): string {
  return randomBytes(16).toString("hex");
}

/** Asks for a readers' page: nothing of the visitor is in it. The user agent lets Next keep metadata in the head. */
export function readersQuestion(url: string, nonce: string): Question {
  return { method: "GET", url, headers: { ...ownHost(), accept: "text/html", "user-agent": "leserbrief", ...nonceHeader(nonce) } };
}

/** Asks for a page of the newsroom, or sends an action to it. */
export function newsroomQuestion(request: IncomingMessage, url: string, nonce: string, body?: Buffer): Question {
  const headers = { ...forwarded(request, [...FORWARDED, ...FLIGHT]), ...ownHost(), ...nonceHeader(nonce), ...lengthOf(body) };
  return { method: methodFor(request), url, headers, body };
}

/** Hands a request to a route. Takes its body, if it has one. */
export function routeQuestion(request: IncomingMessage, url: string, body?: Buffer): Question {
  return { method: methodFor(request), url, headers: { ...forwarded(request, FORWARDED), ...ownHost(), ...lengthOf(body) }, body };
}

function forwarded(request: IncomingMessage, names: string[]): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = {};
  for (const name of names) if (request.headers[name] !== undefined) headers[name] = request.headers[name];
  // Ours by now, whatever loopback name it was written with: Next compares it with the host.
  if (headers.origin) headers.origin = config().SITE_URL;
  return headers;
}

function ownHost(): IncomingHttpHeaders {
  const { host, protocol } = new URL(config().SITE_URL);
  return { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
}

function nonceHeader(nonce: string): IncomingHttpHeaders {
  return { "content-security-policy": `script-src 'nonce-${nonce}'` };
}

function lengthOf(body: Buffer | undefined): IncomingHttpHeaders {
  return body ? { "content-length": String(body.length) } : {};
}

/** HEAD is asked as GET, so that both answer alike; the body is left out when it is sent. */
function methodFor(request: IncomingMessage): string {
  return request.method === "HEAD" ? "GET" : (request.method ?? "GET");
}
