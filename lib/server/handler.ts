import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { answerIndexNowKey } from "@/lib/index-now/key";
import { logError } from "@/lib/log";
import { ALLOWED, refusalBeforeBody } from "@/lib/server/guard";
import { commonHeaders } from "@/lib/server/headers";
import { answerHealth } from "@/lib/server/health";
import { answerLive, answerLiveDesk } from "@/lib/server/live";
import { answerNewsroom } from "@/lib/server/newsroom";
import { answerOwn, answerPage, isInternal } from "@/lib/server/readers";
import { answerFailed, answerMissing, answerSignedOut, refuse } from "@/lib/server/refuse";
import { answerMedia, answerRoute } from "@/lib/server/routes";
import { headerOf, sendFinished } from "@/lib/server/send";
import { senderOf } from "@/lib/server/sender";
import type { Exchange, Site } from "@/lib/server/site";
import { readTarget } from "@/lib/server/target";

/**
 * Answers every request. What lies ready goes out at once; the rest is judged in this order: can the address be read,
 * may it be asked like this (method, origin, kind of body), and then its surface answers. Takes the site and
 * TRUSTED_PROXIES.
 */
export function requestHandler(site: Site, trustedProxies: number): RequestListener {
  return (request, response) => {
    if (!sendReady(site, request, response)) void answerSafely(site, request, response, trustedProxies);
  };
}

/** The hot path: a page or file that is kept under exactly the address that was asked for. */
function sendReady(site: Site, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const url = request.url ?? "/";
  const page = site.pages.ready(url);
  const isPage = page?.kind === "finished" && page.finished.location === undefined && !isInternal(url);
  const finished = isPage ? page.finished : site.files.ready(url);
  if (!finished) return false;
  sendFinished(finished, request, response);
  return true;
}

async function answerSafely(site: Site, request: IncomingMessage, response: ServerResponse, trustedProxies: number): Promise<void> {
  const target = readTarget(request.url ?? "/");
  const known = target ?? { path: "/", query: "", isMisspelt: false };
  const surface = site.surfaceOf(known.path);
  const scope = { sender: senderOf(request, trustedProxies), id: randomUUID() };
  const exchange = { request, response, target: known, surface, scope };
  for (const [name, value] of Object.entries(commonHeaders())) response.setHeader(name, value);
  try {
    if (target) await answer(site, exchange);
    else await refuse(site, exchange, "unreadable");
  } catch (error) {
    // Who went away in the middle of a body is owed no answer.
    if (request.destroyed && !request.complete) return;
    logError("request failed", error, { id: scope.id });
    if (response.headersSent) response.destroy();
    else await answerFailed(site, exchange);
  }
}

async function answer(site: Site, exchange: Exchange): Promise<void> {
  const { request, response, surface, target } = exchange;
  const refusal = refusalBeforeBody({ request, surface, path: target.path, sessionCookie: site.sessionCookie });
  if (refusal === "forbidden" && headerOf(request, "next-action") !== undefined) return answerSignedOut(exchange, 403);
  if (refusal) return refuse(site, exchange, refusal, refusal === "methodNotAllowed" ? { Allow: ALLOWED[surface].join(", ") } : {});
  if (await answerHealth(site.health, target.path, request, response)) return;
  if (answerIndexNowKey(target.path, request, response)) return;
  if ((await answerLive(site, exchange)) || (await answerLiveDesk(site, exchange))) return;
  const file = surface === "file" || surface === "page" ? await site.files.at(target.path) : null;
  if (file) {
    sendFinished(file, request, response);
    return;
  }
  switch (surface) {
    case "page":
      return answerPage(site, exchange);
    case "own":
      return answerOwn(site, exchange);
    case "newsroom":
      return answerNewsroom(site, exchange);
    case "api":
      return answerRoute(site, exchange);
    case "media":
      return answerMedia(site, exchange);
    case "file":
      return answerMissing(site, exchange);
  }
}
