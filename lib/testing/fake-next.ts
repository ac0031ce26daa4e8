import { once } from "node:events";
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { requestScope, type RequestScope } from "@/lib/server/bridge";
import { requestHandler } from "@/lib/server/handler";
import { Health } from "@/lib/server/health";
import { answerRefusalsOfNode } from "@/lib/server/refusals-of-node";
import { LiveDesk } from "@/lib/server/live-desk";
import { LiveReplies, type LiveReads } from "@/lib/server/live-replies";
import { SearchTurns } from "@/lib/server/search-turns";
import { sharedPages } from "@/lib/server/shared-pages";
import { StaticFiles } from "@/lib/server/static-files";
import { surfacesOf } from "@/lib/server/surface";

/** What Next was asked for, as it saw it. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  scope: RequestScope;
}

/** What it answers. Nothing: a page that says its own address. */
export interface Told {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** An HTTP answer. */
export interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const NO_NEWS: LiveReads = {
  threads: () => Promise.resolve(new Map()),
  visible: () => Promise.resolve(new Set()),
  phrase: () => Promise.resolve(String),
};

const DESK_BEAT_MS = 50;

/** Our server in front of a Next of the test's own, which answers as `tell` says. Everything before it is the real thing. */
export async function serveBefore(
  tell: (asked: Asked) => Told | Promise<Told> = () => ({}),
  reads: LiveReads = NO_NEWS,
  newestWaiting = () => Promise.resolve<Date | null>(null),
) {
  const asked: Asked[] = [];
  const next = async (incoming: IncomingMessage, response: ServerResponse) => {
    const scope = requestScope.getStore();
    if (!scope) throw new Error("Next was asked outside a scope.");
    const { method = "", url = "", headers } = incoming;
    const seen = { method, url, headers, scope, body: await text(incoming) };
    asked.push(seen);
    const { status = 200, headers: given, body } = await tell(seen);
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...given });
    response.end(body ?? `<!DOCTYPE html><title>${url}</title>`);
  };
  const renderer = { next, nameFiles: (html: string) => html };
  const root = process.cwd();
  const pages = sharedPages(renderer, true);
  const health = new Health(root);
  const live = new LiveReplies(reads);
  const names = (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, `Colleague ${id.slice(-1)}`])));
  const desk = new LiveDesk({ names, newestWaiting }, { beatMs: DESK_BEAT_MS, waitingMs: DESK_BEAT_MS });
  const parts = { pages, live, desk, health, searches: new SearchTurns(), files: new StaticFiles(root) };
  const site = { ...renderer, ...parts, surfaceOf: surfacesOf(root), sessionCookie: "session" };
  const server = createServer({ requireHostHeader: false }, requestHandler(site, 1));
  answerRefusalsOfNode(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    pages,
    live,
    desk,
    port,
    /** Sends a request as it is written: no address is tidied, no header added. */
    send: (path: string, given: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}) =>
      sendTo(port, path, given),
    close: async () => {
      live.close();
      desk.close();
      server.close();
      server.closeAllConnections();
      await health.close();
    },
  };
}

async function sendTo(
  port: number,
  path: string,
  given: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<Heard> {
  const sent = request({
    host: "127.0.0.1",
    port,
    path,
    method: given.method ?? "GET",
    headers: given.headers,
    setHost: false,
    agent: false,
  });
  sent.end(given.body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}
