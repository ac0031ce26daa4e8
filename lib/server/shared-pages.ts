import { randomUUID } from "node:crypto";
import { logError } from "@/lib/log";
import { askNext, isFlight, type Answer, type NextHandler } from "@/lib/server/ask";
import type { RequestScope } from "@/lib/server/bridge";
import { finish, type Finished } from "@/lib/server/finish";
import { commonHeaders, documentHeaders, type HeaderList } from "@/lib/server/headers";
import { joinStyles } from "@/lib/server/joined-styles";
import { PageCache, type Made } from "@/lib/server/page-cache";
import { makeNonce, readersQuestion } from "@/lib/server/question";
import { linksWithoutFramework, waitsForScripts, withoutFramework } from "@/lib/server/scripts";

/** What stands at a shared address: a finished page, nothing, or a failure to make it. */
export type SharedPage =
  { kind: "finished"; finished: Finished } | { kind: "missing"; isGone?: boolean } | { kind: "failed"; id: string; isOutage: boolean };

const MIB = 1024 * 1024;
/**
 * Each in bytes: plain addresses, addresses with a query, searches, and addresses where nothing is (their page is one).
 * A search costs some 15 ms and has as many addresses as people have words. So the last few hundred are kept, on a shelf
 * of their own and for a minute: a search that many make at once (a link that is passed on, the same first letters) is
 * made once, going back is at once, and whoever asks for every word there is pushes out other searches only. Like every
 * page they are dropped when a post appears or goes. Site maps are large, and asked for by few: they push out no page.
 */
const SHELVES = { plain: 96 * MIB, paged: 24 * MIB, found: 8 * MIB, maps: 24 * MIB, missing: 2 * MIB };
/** A net under the changes that are heard. */
const KEEP_SECONDS = { plain: 3600, paged: 3600, found: 60, maps: 3600, missing: 60 };
const NOBODY: RequestScope["sender"] = { ip: "unknown", agent: "leserbrief" };
const MISSING_BYTES = 300;

/** What making a readers' page needs. */
export interface Renderer {
  next: NextHandler;
  /** Writes the hashed names of islands and fonts into HTML (lib/server/built-names). */
  nameFiles(html: string): string;
}

/** The finished pages of everybody (DESIGN.md §5). Takes what makes them, and whether they are kept (not in development). */
export function sharedPages(renderer: Renderer, isKeeping: boolean): PageCache<SharedPage> {
  const make = (url: string, shows: Set<string>) => makeSharedPage(renderer, url, shows);
  return new PageCache(isKeeping ? make : async (url, shows) => ({ ...(await make(url, shows)), keepSeconds: 0 }), SHELVES);
}

/**
 * Makes a shared page: Next is asked with nothing of a visitor, and what its reads say it shows goes into `shows`.
 * It may be kept when they said anything, nothing personal is in it and it is whole without scripts.
 */
export async function makeSharedPage(renderer: Renderer, url: string, shows: Set<string>): Promise<Made<SharedPage>> {
  const nonce = makeNonce();
  const scope: RequestScope = { sender: NOBODY, shows, id: randomUUID() };
  const answer = await askNext(renderer.next, readersQuestion(url, nonce), scope);
  if (answer.status >= 500) return failed(scope);
  if (answer.status === 404 || isFlight(answer)) return missing(url, shows, scope.isGone);
  const { headers, body } = readersAnswer(renderer, answer, nonce);
  const finished = await finish(answer.status, { ...headers, "Cache-Control": "public, max-age=0, must-revalidate" }, body);
  const mayKeep = (shows.size > 0 || isFixed(answer)) && isShareable(answer, body, url);
  const shelf = shelfOf(url);
  const made = { page: { kind: "finished" as const, finished }, shelf, bytes: finished.bytes + url.length };
  return { ...made, keepSeconds: mayKeep ? KEEP_SECONDS[shelf] : 0, validUntil: scope.validUntil };
}

function shelfOf(url: string): Exclude<keyof typeof SHELVES, "missing"> {
  if (url.startsWith("/sitemap-")) return "maps";
  if (!url.includes("?")) return "plain";
  return url.startsWith("/search") ? "found" : "paged";
}

/** All who wait for this page get the id of this one failure. */
function failed({ id = "", isOutage = false }: RequestScope): Made<SharedPage> {
  return { page: { kind: "failed", id, isOutage }, shelf: "plain", bytes: 0, keepSeconds: 0, isFailure: true };
}

function missing(url: string, shows: ReadonlySet<string>, isGone?: boolean): Made<SharedPage> {
  const keepSeconds = shows.size > 0 ? KEEP_SECONDS.missing : 0;
  return { page: { kind: "missing", isGone }, shelf: "missing", bytes: MISSING_BYTES + url.length, keepSeconds };
}

const PASSED_ON = ["content-type", "location", "last-modified", "x-robots-tag"];

/** A readers' page as it leaves the house: without Next's scripts, with our headers. Takes Next's answer and its nonce; the surface says whose it is. */
export function readersAnswer(
  renderer: Renderer,
  answer: Answer,
  nonce: string,
  surface: "page" | "own" = "page",
): { headers: HeaderList; body: Buffer } {
  const given = answer.headers;
  const headers: HeaderList = commonHeaders();
  for (const name of PASSED_ON) if (given[name] !== undefined) headers[canonical(name)] = String(given[name]);
  const links = linksWithoutFramework([given.link ?? []].flat().join(", "), nonce);
  if (links) headers.Link = links;
  if (!String(given["content-type"]).startsWith("text/html")) return { headers, body: answer.body };
  const html = renderer.nameFiles(joinStyles(withoutFramework(answer.body.toString(), nonce)));
  return { headers: { ...headers, ...documentHeaders(surface) }, body: Buffer.from(html) };
}

function canonical(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** Prerendered at build, from nothing that changes: an icon, a manifest. */
function isFixed({ headers }: Answer): boolean {
  return headers["x-nextjs-prerender"] !== undefined || String(headers["cache-control"]).includes("immutable");
}

function isShareable({ headers }: Answer, body: Buffer, url: string): boolean {
  const problem = headers["set-cookie"] !== undefined ? "sets a cookie" : waitsForScripts(body.toString()) ? "waits for scripts" : null;
  if (problem) logError("page not kept", new Error(`A shared page ${problem}.`), { url });
  return !problem;
}
