import { createServer } from "node:http";
import { once } from "node:events";
import { config } from "@/lib/config";
import { requestScope } from "@/lib/server/bridge";
import { senderOf } from "@/lib/server/sender";

/** The running server: its own address (not SITE_URL), and how to stop it. */
export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Starts the site's HTTP server. Takes `dev` for Next's development mode. The database is prepared already. */
export async function startServer({ dev = false }: { dev?: boolean } = {}): Promise<RunningServer> {
  const { HOST, PORT, TRUSTED_PROXIES } = config();
  // Loaded late: Next and React look at NODE_ENV when they are loaded, and the bundle sets it in its first line.
  const { default: next } = await import("next");
  const app = next({ dev, dir: process.cwd(), hostname: HOST, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    void requestScope.run({ sender: senderOf(request, TRUSTED_PROXIES) }, () => handle(request, response));
  });
  server.listen(PORT, HOST);
  await once(server, "listening");
  return {
    url: `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await app.close();
    },
  };
}
