import type { IncomingMessage, ServerResponse } from "node:http";
import pg from "pg";
import { ownerUrl, siteSecret } from "@/lib/config";
import { isCurrent } from "@/lib/db/migrate";
import { loginUrl } from "@/lib/db/names";
import { logError } from "@/lib/log";
import { commonHeaders } from "@/lib/server/headers";

const TIMEOUT_MS = 2_000;

/** Tells how the site is, over a connection of its own, so that a busy pool does not count as an outage. */
export class Health {
  readonly #root: string;
  readonly #db = new pg.Pool({
    connectionString: loginUrl(ownerUrl(), siteSecret(), "private"),
    application_name: "leserbrief-health",
    max: 1,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  #asked: Promise<string | null> | undefined;

  /** Takes the folder that holds prisma/. */
  constructor(root: string) {
    this.#root = root;
    this.#db.on("error", (error) => logError("health connection lost", error));
  }

  /** Why the site cannot work, or null: the database is out of reach, or its migrations are not current. */
  problem(): Promise<string | null> {
    return (this.#asked ??= this.#look().finally(() => (this.#asked = undefined)));
  }

  close(): Promise<void> {
    return this.#db.end();
  }

  async #look(): Promise<string | null> {
    try {
      return (await isCurrent(this.#db, this.#root)) ? null : "Migrations are not applied.";
    } catch (error) {
      logError("database away", error);
      return "The database cannot be reached.";
    }
  }
}

/** Answers /healthz (the process lives) and /readyz (it can work), both JSON (CONTRACT.md 17). Returns whether it did. */
export async function answerHealth(health: Health, path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (path !== "/healthz" && path !== "/readyz") return false;
  const problem = path === "/readyz" ? await health.problem() : null;
  const body = JSON.stringify(problem === null ? { status: "ok" } : { status: "unavailable", reason: problem });
  const headers = {
    ...commonHeaders(),
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Content-Length": Buffer.byteLength(body),
  };
  response.writeHead(problem === null ? 200 : 503, headers).end(request.method === "HEAD" ? undefined : body);
  return true;
}
