import { isActionBody } from "@/lib/server/action-body";
import { askNext } from "@/lib/server/ask";
import { bodyLimit, readBody } from "@/lib/server/body";
import type { RequestScope } from "@/lib/server/bridge";
import { isChanging } from "@/lib/server/guard";
import { commonHeaders, documentHeaders, PERSONAL } from "@/lib/server/headers";
import { makeNonce, newsroomQuestion } from "@/lib/server/question";
import { redirect } from "@/lib/server/readers";
import { answerFailed, answerMissing, answerSignedOut, refuse } from "@/lib/server/refuse";
import { readersAnswer } from "@/lib/server/shared-pages";
import type { Exchange, Site } from "@/lib/server/site";
import { DEFAULT_LOOK, firstFonts } from "@/lib/settings/look";

/** The pages before the session (app/(newsroom)/(entry)): plain forms, sent without Next's scripts as readers' pages are. */
const ENTRY = /^\/admin\/(sign-in|second-factor|forgot-password|invitation|reset-password)\b/;

/** Its fonts are asked for with the document: one that comes after the text is left out until the next page. */
const FONTS = firstFonts(DEFAULT_LOOK)
  .map((font) => `<${font}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
  .join(", ");

/** Answers a page of the newsroom, or an action: an ordinary App Router app behind a nonce policy (DESIGN.md §5). */
export async function answerNewsroom(site: Site, exchange: Exchange): Promise<void> {
  const { request, response, target, scope } = exchange;
  const isAction = isChanging(request);
  if (!isAction && target.isMisspelt) return redirect(exchange, 308, target.path + target.query);
  const body = isAction ? await readBody(request, bodyLimit("newsroom", target.path)) : undefined;
  if (body === null) return refuse(site, exchange, "tooLarge");
  const isFetched = request.headers["next-action"] !== undefined;
  if (body && !(await isActionBody(request.headers["content-type"] ?? "", body, isFetched))) return refuse(site, exchange, "unreadable");
  const asked = { url: target.path + target.query, method: request.method ?? "GET", body };
  scope.asked = asked.url;
  if (isAction) scope.action = "sent";
  const answer = await newsroomAnswer(site, exchange, asked, scope);
  if (isFetched && leadsToSignIn(answer.headers)) return answerSignedOut(exchange, 401);
  if (answer.status >= 500 && scope.action === "sent") return refuse(site, exchange, "unreadable");
  // Whoever navigates within the newsroom gets Next's own answer; a document must be whole without it.
  const isDocument = request.headers.rsc === undefined && !isFetched;
  if (isDocument && answer.status === 404) return answerMissing(site, exchange);
  if (isDocument && answer.status >= 500) return answerFailed(site, exchange);
  const length = { "Content-Length": answer.body.length };
  response.writeHead(answer.status, { ...answer.headers, ...length }).end(request.method === "HEAD" ? undefined : answer.body);
}

/** Whether an action answered that one must sign in first. */
function leadsToSignIn(headers: Record<string, unknown>): boolean {
  return String(headers["x-action-redirect"]).startsWith("/admin/sign-in");
}

/** Asks Next for something of the newsroom. Takes what is asked (another page than the visitor's, when made again) and the scope. */
export async function newsroomAnswer(
  site: Site,
  { request }: Exchange,
  asked: { url: string; method: string; body?: Buffer },
  scope: RequestScope,
) {
  const nonce = makeNonce();
  const question = newsroomQuestion(request, asked.url, nonce, asked.body);
  const method = asked.method === "HEAD" ? "GET" : asked.method;
  const answer = await askNext(site.next, { ...question, method }, scope);
  const isHtml = String(answer.headers["content-type"]).startsWith("text/html");
  if (isHtml) answer.headers.link = [answer.headers.link ?? [], site.nameFiles(FONTS)].flat().join(", ");
  if (isHtml && ENTRY.test(asked.url)) return { status: answer.status, ...readersAnswer(site, answer, nonce, "own") };
  const headers = { ...answer.headers, ...commonHeaders(), ...(isHtml ? documentHeaders("newsroom", nonce) : PERSONAL) };
  return { status: answer.status, headers: withoutDuplicates(headers), body: answer.body };
}

/** Next writes its headers in lower case, we in capitals: the later one stands. */
function withoutDuplicates<Value>(headers: Record<string, Value>): Record<string, Value> {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [name, value] as const]));
  return Object.fromEntries(byName.values());
}
