import type { OutgoingHttpHeaders } from "node:http";
import { answerAgain, answerFallback } from "@/lib/server/again";
import { askNext, type Answer } from "@/lib/server/ask";
import { bodyLimit, readBody } from "@/lib/server/body";
import { isChanging } from "@/lib/server/guard";
import { commonHeaders, documentHeaders } from "@/lib/server/headers";
import { routeQuestion } from "@/lib/server/question";
import { answerFailed, answerMissing, refuse } from "@/lib/server/refuse";
import type { Exchange, Site } from "@/lib/server/site";

/** Answers through a route of app/api: its body bounded before it is parsed, a refused form with its page again. */
export async function answerRoute(site: Site, exchange: Exchange): Promise<void> {
  const { request, surface, target, scope } = exchange;
  const body = isChanging(request) ? await readBody(request, bodyLimit(surface, target.path)) : undefined;
  if (body === null) return refuse(site, exchange, "tooLarge");
  const answer = await askNext(site.next, routeQuestion(request, target.path + target.query, body), scope);
  if (scope.again) return answerAgain(site, exchange, scope.again, answer.headers);
  if (answer.status >= 500) return answerFallback(site, exchange);
  if (answer.body.length === 0 || isNextsOwn(answer)) {
    if (answer.status === 404) return answerMissing(site, exchange);
    if (answer.status === 405) return refuse(site, exchange, "methodNotAllowed", allowOf(answer.headers));
    if (answer.status === 400) return refuse(site, exchange, "unreadable");
  }
  send(exchange, answer);
}

/** Answers a picture: its route says how long it may be kept. */
export async function answerMedia(site: Site, exchange: Exchange): Promise<void> {
  const { request, target, scope } = exchange;
  const answer = await askNext(site.next, routeQuestion(request, target.path + target.query), scope);
  if (answer.status === 404) return answerMissing(site, exchange);
  if (answer.status >= 500) return answerFailed(site, exchange);
  send(exchange, answer);
}

/** Next's document for an address without a route: it is whole only with Next's scripts. */
function isNextsOwn({ status, headers }: Answer): boolean {
  return status === 404 && String(headers["content-type"]).startsWith("text/html");
}

function allowOf(headers: OutgoingHttpHeaders): Record<string, string> {
  return headers.allow === undefined ? {} : { Allow: headers.allow };
}

function send({ request, response }: Exchange, { status, headers, body }: Answer): void {
  const isHtml = String(headers["content-type"]).startsWith("text/html");
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  for (const [name, value] of Object.entries({ ...commonHeaders(), ...(isHtml && documentHeaders("api")) }))
    response.setHeader(name, value);
  if (!response.hasHeader("cache-control")) response.setHeader("Cache-Control", "no-store");
  const hasBody = status !== 204 && status !== 304;
  if (hasBody) response.setHeader("Content-Length", body.length);
  response.writeHead(status).end(hasBody && request.method !== "HEAD" ? body : undefined);
}
