import { isId } from "@/lib/ids";
import { askNext } from "@/lib/server/ask";
import { routeQuestion } from "@/lib/server/question";
import { refuse } from "@/lib/server/refuse";
import type { Exchange, Site } from "@/lib/server/site";

const COUNT = /^\d{1,9}$/;

/**
 * Answers `GET /api/replies/events?post=ID&since=N`: an open page's wish to hear of new replies (lib/server/live-replies).
 * Whoever cannot be told anything gets 204, after which a browser does not ask again. Returns whether it was asked.
 */
export async function answerLive(site: Site, exchange: Exchange): Promise<boolean> {
  const { request, response, target, scope } = exchange;
  if (target.path !== "/api/replies/events") return false;
  if (request.method !== "GET") {
    await refuse(site, exchange, "methodNotAllowed", { Allow: "GET" });
    return true;
  }
  const query = new URLSearchParams(target.query);
  const [post, since] = [query.get("post") ?? "", query.get("since") ?? ""];
  const isWish = isId(post) && COUNT.test(since);
  const isAdmitted = isWish && (await site.live.admit(response, { postId: post, since: Number(since), ip: scope.sender.ip }));
  if (!isAdmitted && !response.headersSent) response.writeHead(204, { "Cache-Control": "no-store" }).end();
  return true;
}

const DESK_EVENTS = "/api/desk/events";
/** Who names more is told of what changed within this. */
const MAX_AGE_MS = 60_000;

/**
 * Answers `GET /api/desk/events?age=MS`: an open desk's wish to hear of others (lib/server/live-desk); its page was asked
 * for at most so long ago. Next's route of that
 * address says who asks, and again as long as the stream lives, so that it ends with the session; what the route refuses
 * is its own answer. Returns whether the request is answered.
 */
export async function answerLiveDesk(site: Site, { request, response, target, scope }: Exchange): Promise<boolean> {
  if (target.path !== DESK_EVENTS || request.method !== "GET") return false;
  const { sender, id } = scope;
  const whoAsks = async () => {
    const answer = await askNext(site.next, routeQuestion(request, DESK_EVENTS), { sender, id });
    return answer.status === 200 ? (JSON.parse(answer.body.toString()) as { id: string }).id : null;
  };
  const age = new URLSearchParams(target.query).get("age") ?? "";
  const madeAt = Date.now() - (COUNT.test(age) ? Math.min(Number(age), MAX_AGE_MS) : 0);
  const userId = await whoAsks();
  if (!userId) return false;
  const isAdmitted = site.desk.admit({ userId, madeAt, response, stillMay: async () => (await whoAsks()) === userId });
  if (!isAdmitted) response.writeHead(204, { "Cache-Control": "no-store" }).end();
  return true;
}
