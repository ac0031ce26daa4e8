import { askNext, isFlight } from "@/lib/server/ask";
import { formerPath, formerQuery } from "@/lib/server/former-address";
import { makeNonce, readersQuestion } from "@/lib/server/question";
import { answerFailed, answerMissing, refuse } from "@/lib/server/refuse";
import { turnFor } from "@/lib/server/search-turns";
import { sendFinished } from "@/lib/server/send";
import { sharedAddress, type SharedAddress } from "@/lib/server/shared-address";
import { makeSharedPage, readersAnswer, type SharedPage } from "@/lib/server/shared-pages";
import type { Exchange, Site } from "@/lib/server/site";

/** Whether a page answers in the place of others only (ours, or Next's `/_global-error`), and stands at no address of its own. */
export function isInternal(path: string): boolean {
  if (/^\/(_|sitemaps\/|formerly\/)/.test(path)) return true;
  return path.startsWith("/missing") || path.startsWith("/failed") ? /^\/[a-z]+$/.test(path) : path.startsWith("/refused/");
}

/**
 * Answers a GET or HEAD of a shared page: from memory, or made now. Another spelling is sent on, in one hop, and so is an
 * address that the site had while it was WordPress's.
 */
export async function answerPage(site: Site, exchange: Exchange): Promise<void> {
  const { target, request, response } = exchange;
  const path = target.path.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const former = formerQuery(path, target.query);
  const address = former === null ? sharedAddress(path, target.query) : { url: former, isKept: false };
  const wait = waitFor(site, address.url, exchange.scope.sender.ip);
  if (wait) return refuse(site, exchange, "tooMany", { "Retry-After": String(wait) });
  const found = isInternal(path) ? MISSING : await foundAt(site, address);
  const { page } = found;
  if (page.kind === "missing") return answerMissing(site, exchange, page);
  if (page.kind === "failed") return answerFailed(site, { ...exchange, scope: { ...exchange.scope, ...page } });
  const { location } = page.finished;
  const isMisspelt = target.isMisspelt || path !== target.path || former !== null || found.url !== address.url;
  // What WordPress's query said is said by the path now.
  const query = former === null ? target.query : "";
  if (location !== undefined) await redirect(exchange, page.finished.status, withQuery(location, query));
  else if (isMisspelt) await redirect(exchange, 308, former ?? (found.url === address.url ? path : found.url) + query);
  else sendFinished(page.finished, request, response);
}

const MISSING = { page: { kind: "missing" } as SharedPage, url: "" };

/** What stands at an address, or at the one that it had in WordPress's way of writing; and at which of them. */
async function foundAt(site: Site, address: SharedAddress): Promise<{ page: SharedPage; url: string }> {
  const page = await pageAt(site, address);
  const former = page.kind === "missing" ? formerPath(address.url.split("?", 1)[0] ?? "/") : null;
  if (former === null) return { page, url: address.url };
  const instead = await pageAt(site, { url: former, isKept: true });
  return instead.kind === "missing" && !instead.isGone ? { page, url: address.url } : { page: instead, url: former };
}

/** In how many seconds a page may be asked for that is work each time; 0: now, also when it lies ready. */
function waitFor(site: Site, url: string, ip: string): number {
  const kind = turnFor(url);
  return kind && !site.pages.ready(url) ? site.searches.take(kind, ip) : 0;
}

async function pageAt(site: Site, { url, isKept }: SharedAddress): Promise<SharedPage> {
  return isKept ? site.pages.ask(url) : (await makeSharedPage(site, url, new Set())).page;
}

/** A moved page keeps the query that it was asked with (RFC 9110 §10.2.2 leaves it to us). */
function withQuery(location: string, query: string): string {
  return location.includes("?") ? location : location + query;
}

/** Sends the reader on. Takes the status (301, 303, 307, 308) and a path of this site, or an address that a page chose. */
export function redirect({ response }: Exchange, status: number, location: string): Promise<void> {
  response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
  response.writeHead(status, { Location: location, "Content-Length": "0" }).end();
  return Promise.resolve();
}

/** Answers a GET or HEAD of what a signed link opens: made each time, for one person, kept nowhere. */
export async function answerOwn(site: Site, exchange: Exchange): Promise<void> {
  const { target, request, response, scope } = exchange;
  if (target.isMisspelt) return redirect(exchange, 308, target.path + target.query);
  const nonce = makeNonce();
  const answer = await askNext(site.next, readersQuestion(target.path + target.query, nonce), scope);
  if (answer.status === 404 || isFlight(answer)) return answerMissing(site, exchange);
  if (answer.status >= 500) return answerFailed(site, exchange);
  const { headers, body } = readersAnswer(site, answer, nonce, "own");
  response.writeHead(answer.status, { ...headers, "Content-Length": body.length }).end(request.method === "HEAD" ? undefined : body);
}
