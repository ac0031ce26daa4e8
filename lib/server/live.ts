import { isId } from "@/lib/ids";
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
