import { logError } from "@/lib/log";
import type { ErrorCode } from "@/lib/result";
import { statusOf } from "@/lib/status-of";
import { REQUEST_ID_PLACE } from "@/lib/server/bridge";
import { PERSONAL, type HeaderList } from "@/lib/server/headers";
import { lastResort } from "@/lib/server/last-resort";
import { headerOf, sendInstead } from "@/lib/server/send";
import type { Finished } from "@/lib/server/finish";
import type { Exchange, Site } from "@/lib/server/site";

const RETRY_SECONDS = "30";

/**
 * Refuses a request: the page that says why in the site's language, or JSON to who asked for it. Takes the code,
 * whose status it gets, and further headers.
 */
export async function refuse(site: Site, exchange: Exchange, error: ErrorCode, headers: HeaderList = {}): Promise<void> {
  await answerWith(site, exchange, { path: `/refused/${error}`, status: statusOf(error), headers, json: { ok: false, error } });
}

/** Answers that nothing is here: the one page that all unknown addresses share, under 404; 410 where something was that is gone for good. */
export async function answerMissing(site: Site, exchange: Exchange, { isGone = false } = {}): Promise<void> {
  if (isGone) return refuse(site, exchange, "gone");
  await answerWith(site, exchange, { path: "/missing", status: 404, headers: {}, json: { ok: false, error: "notFound" } });
}

/** Answers a failure: 503 with the reason while the database is away, otherwise 500 with the request's id. */
export async function answerFailed(site: Site, exchange: Exchange): Promise<void> {
  const { id, isOutage } = exchange.scope;
  if (isOutage) return refuse(site, exchange, "unavailable", { "Retry-After": RETRY_SECONDS });
  const json = { ok: false, error: "failed", id };
  await answerWith(site, exchange, { path: "/failed", status: 500, headers: {}, json });
}

/**
 * Tells the form of somebody who was signed out so, in the one way in which Next hands on a text (`text/plain`): led to
 * the sign-in page, they would lose what they typed (components/newsroom/form/use-kept.ts).
 */
export function answerSignedOut({ response }: Exchange, status: 401 | 403): void {
  response.writeHead(status, { ...PERSONAL, "Content-Type": "text/plain" }).end("signedOut");
}

interface Instead {
  path: string;
  status: number;
  headers: HeaderList;
  json: object;
}

async function answerWith(site: Site, exchange: Exchange, { path, status, headers, json }: Instead): Promise<void> {
  const { request, response, surface } = exchange;
  const personal = surface === "page" && (status === 404 || status === 410) ? {} : PERSONAL;
  if (headerOf(request, "accept")?.includes("application/json")) {
    const body = JSON.stringify(json);
    for (const [name, value] of Object.entries({ ...personal, ...headers })) response.setHeader(name, value);
    response.writeHead(status, { "Content-Type": "application/json" }).end(request.method === "HEAD" ? undefined : body);
    return;
  }
  const page = await statusPage(site, path, status);
  const shown = status === 500 ? withId(page, exchange.scope.id) : page;
  sendInstead(shown, request, response, { status, headers: { ...personal, ...headers } });
}

/** The finished page of a status. Should even that not be had, a bare one of our own. */
async function statusPage(site: Site, path: string, status: number): Promise<Finished> {
  try {
    const page = await site.pages.ask(path);
    if (page.kind === "finished") return page.finished;
  } catch (error) {
    logError("status page not made", error, { path });
  }
  return lastResort(status);
}

/** The failure page with the request's id in its place. It goes out uncompressed: it is another one each time. */
function withId(page: Finished, id: string): Finished {
  const { identity } = page.bodies;
  const bytes = Buffer.from(identity.bytes.toString().replaceAll(REQUEST_ID_PLACE, id));
  const headers = identity.headers.map((value, at) => (identity.headers[at - 1] === "Content-Length" ? String(bytes.length) : value));
  const body = { ...identity, bytes, headers };
  return { ...page, bodies: { br: body, gzip: body, identity: body } };
}
