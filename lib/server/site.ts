import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestScope } from "@/lib/server/bridge";
import type { Health } from "@/lib/server/health";
import type { LiveDesk } from "@/lib/server/live-desk";
import type { LiveReplies } from "@/lib/server/live-replies";
import type { PageCache } from "@/lib/server/page-cache";
import type { SearchTurns } from "@/lib/server/search-turns";
import type { Renderer, SharedPage } from "@/lib/server/shared-pages";
import type { StaticFiles } from "@/lib/server/static-files";
import type { Surface } from "@/lib/server/surface";
import type { Target } from "@/lib/server/target";

/** What answering needs; made once, at start. */
export interface Site extends Renderer {
  pages: PageCache<SharedPage>;
  live: LiveReplies;
  desk: LiveDesk;
  searches: SearchTurns;
  files: StaticFiles;
  surfaceOf(path: string): Surface;
  health: Health;
  sessionCookie: string;
}

/** One request on its way through the server. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  target: Target;
  surface: Surface;
  /** In which Next is asked (lib/server/bridge); its id names the request in the log, and to the person who sees it fail. */
  scope: RequestScope & { id: string };
}
