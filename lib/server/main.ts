import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { listenForChanges } from "@/lib/cache/listen";
import { config } from "@/lib/config";
import { outliveReaders } from "@/lib/log";
import { LiveDesk } from "@/lib/server/live-desk";
import { LiveReplies } from "@/lib/server/live-replies";
import { SearchTurns } from "@/lib/server/search-turns";
import { sharedPages } from "@/lib/server/shared-pages";
import { closeShared } from "@/lib/server/closing";
import { drainOf } from "@/lib/server/drain";
import { requestHandler } from "@/lib/server/handler";
import { loosenForDevelopment } from "@/lib/server/headers";
import { Health } from "@/lib/server/health";
import { answerRefusalsOfNode } from "@/lib/server/refusals-of-node";
import { builtNames } from "@/lib/server/built-names";
import { StaticFiles } from "@/lib/server/static-files";
import { surfacesOf } from "@/lib/server/surface";
import { sessionCookieName } from "@/lib/users/session-cookie";

/** In milliseconds: how long headers and a whole request may take, and how long a silent connection stays open. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 };

/** The running server: its own address (not SITE_URL), and how to stop it. */
export interface RunningServer {
  url: string;
  /** Finishes what runs, within ten seconds, and closes everything that was opened. */
  close(): Promise<void>;
}

/**
 * Starts the site's HTTP server (DESIGN.md §5) by the settings of the environment. Takes `dev` for Next's development
 * mode, in which no page is kept. The database is prepared already; should it be away, the server starts all the same.
 */
export async function startServer({ dev = false }: { dev?: boolean } = {}): Promise<RunningServer> {
  const { HOST, PORT, SITE_URL, TRUSTED_PROXIES } = config();
  const root = process.cwd();
  outliveReaders();
  const server = createServer({ ...TIMEOUTS, requireHostHeader: false });
  // Loaded late: Next and React look at NODE_ENV when they are loaded, and the bundle sets it in its first line.
  const [{ default: next }, { deskReads, liveReads }] = await Promise.all([import("next"), import("@/lib/server/live-reads")]);
  const app = next({ dev, dir: root, hostname: HOST, port: PORT, quiet: !dev, ...(dev && { httpServer: server }) });
  await app.prepare();
  const renderer = { next: app.getRequestHandler(), nameFiles: builtNames(root) };
  const pages = sharedPages(renderer, !dev);
  const live = new LiveReplies(liveReads);
  const desk = new LiveDesk(deskReads);
  const changes = listenForChanges({
    changed: (tag) => {
      pages.drop(tag);
      live.hear(tag);
      desk.hear(tag);
    },
    missed: () => {
      pages.dropAll();
      live.hearAnything();
      desk.hearAnything();
    },
  });
  const health = new Health(root);
  const site = {
    ...renderer,
    pages,
    live,
    desk,
    searches: new SearchTurns(),
    health,
    files: new StaticFiles(root),
    surfaceOf: surfacesOf(root),
    sessionCookie: sessionCookieName(SITE_URL),
  };
  const listener = requestHandler(site, TRUSTED_PROXIES);
  if (dev) loosenForDevelopment();
  server.on("request", dev ? developing((request, response) => void renderer.next(request, response), listener) : listener);
  answerRefusalsOfNode(server);
  const drain = drainOf(server, [() => app.close(), () => changes.close(), () => health.close(), closeShared]);
  await listen(server, PORT, HOST);
  return {
    url: `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`,
    close: () => {
      live.close();
      desk.close();
      return drain();
    },
  };
}

/** In development Next's own files and tools answer for themselves. */
function developing(next: RequestListener, ours: RequestListener): RequestListener {
  const isNexts = ({ url = "" }: IncomingMessage) => url.startsWith("/_next/") || url.startsWith("/__nextjs");
  return (request, response) => (isNexts(request) ? next(request, response) : ours(request, response));
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
