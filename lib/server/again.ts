import { askNext, type Answer } from "@/lib/server/ask";
import type { RequestScope } from "@/lib/server/bridge";
import { PERSONAL } from "@/lib/server/headers";
import { newsroomAnswer } from "@/lib/server/newsroom";
import { makeNonce, readersQuestion } from "@/lib/server/question";
import { answerFailed, answerMissing } from "@/lib/server/refuse";
import { readersAnswer } from "@/lib/server/shared-pages";
import type { Exchange, Site } from "@/lib/server/site";

/** A page to be made again, with a refusal or a preview in it. */
type Again = NonNullable<RequestScope["again"]>;

/**
 * Answers a form post with its page, made once more with the refusal (or the preview) and the typed text in it: under
 * the route's status, kept nowhere (CONTRACT.md 7). Takes what the route asked for, and its headers (Retry-After). Where that page
 * is gone in the meantime, the one that the route named for such cases holds the text.
 */
export async function answerAgain(site: Site, exchange: Exchange, again: Again, given: Answer["headers"]): Promise<void> {
  const { fallback } = exchange.scope;
  let page = await render(site, exchange, again.path, again);
  if (page.status >= 300 && page.status < 500 && fallback) page = await render(site, exchange, fallback.path, again);
  // Nothing stands at the page's address: a link whose key opens nothing.
  if (page.status === 404) return answerMissing(site, exchange);
  if (page.status >= 300) return answerFallback(site, exchange);
  const retryAfter = given["retry-after"];
  const headers = { ...page.headers, ...PERSONAL, ...(retryAfter !== undefined && { "Retry-After": retryAfter }) };
  exchange.response.writeHead(again.status, { ...headers, "Content-Length": page.body.length }).end(page.body);
}

/**
 * Answers a post that failed: while the database is away 503, otherwise 500; with the typed text when the route kept it
 * (lib/server/bridge, keepTyped), so that nothing a reader wrote is lost.
 */
export async function answerFallback(site: Site, exchange: Exchange): Promise<void> {
  const { fallback, isOutage } = exchange.scope;
  const wantsJson = exchange.request.headers.accept?.includes("application/json") ?? false;
  if (!fallback || wantsJson) return answerFailed(site, exchange);
  const refused = { ok: false, error: "unavailable", typed: fallback.typed } as const;
  const page = await render(site, exchange, fallback.path, { refused });
  if (page.status >= 300) return answerFailed(site, exchange);
  const headers = { ...page.headers, ...PERSONAL, "Retry-After": "30", "Content-Length": page.body.length };
  exchange.response.writeHead(isOutage ? 503 : 500, headers).end(page.body);
}

/** Renders a page with a refusal or a preview in its scope, as the surface it belongs to is rendered. */
async function render(site: Site, exchange: Exchange, path: string, { refused, previewed }: Pick<RequestScope, "refused" | "previewed">) {
  const { sender, id } = exchange.scope;
  const scope: RequestScope = { sender, id, refused, previewed };
  const surface = site.surfaceOf(path.split("?")[0] ?? path);
  const page = await (surface === "newsroom"
    ? newsroomAnswer(site, exchange, { url: path, method: "GET" }, scope)
    : renderForReader(site, path, scope));
  if (scope.isOutage) exchange.scope.isOutage = true;
  return page;
}

async function renderForReader(site: Site, path: string, scope: RequestScope) {
  const nonce = makeNonce();
  const answer = await askNext(site.next, readersQuestion(path, nonce), scope);
  return { status: answer.status, ...readersAnswer(site, answer, nonce, "own") };
}
