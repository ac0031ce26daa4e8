import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { get, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** A server that is measured. */
export interface Measured {
  name: string;
  url: string;
  process: ChildProcess;
}

const TRIES = 300;
const BETWEEN_TRIES_MS = 100;

/**
 * Starts the three that are compared, each in a process of its own: our server, `next start` on the same build and
 * database, and a bare node:http server that sends the bytes which ours sends for `page`. Takes the clone's folder, a
 * folder for files, the page's path and the environment (database, secret).
 */
export async function startServers(root: string, folder: string, page: string, env: NodeJS.ProcessEnv): Promise<Measured[]> {
  const start = async (name: string, args: (port: number) => string[]): Promise<Measured> => {
    const port = await freePort();
    const log = fs.openSync(path.join(folder, "servers.log"), "a");
    const child = spawn(process.execPath, args(port), { cwd: root, env: { ...env, PORT: String(port) }, stdio: ["ignore", log, log] });
    const url = `http://127.0.0.1:${port}${page}`;
    await answers(url, child);
    return { name, url, process: child };
  };
  const ours = await start("our server", () => ["build/serve.mjs"]);
  const bytes = path.join(folder, "page.json");
  fs.writeFileSync(bytes, JSON.stringify({ identity: await copyOf(ours.url, "identity"), br: await copyOf(ours.url, "br") }));
  return [
    ours,
    await start("next start", (port) => ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)]),
    await start("bare node:http", (port) => ["scripts/bench/bare.mjs", String(port), bytes]),
  ];
}

/** The page as it goes over the wire, with its headers. (`fetch` would unpack it.) */
async function copyOf(url: string, encoding: string): Promise<{ headers: IncomingHttpHeaders; body: string }> {
  const asked = get(url, { headers: { "accept-encoding": encoding } });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const { connection: _connection, "keep-alive": _keepAlive, date: _date, ...headers } = response.headers;
  return { headers, body: (await buffer(response)).toString("base64") };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < TRIES && child.exitCode === null; tries++) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(BETWEEN_TRIES_MS);
  }
  throw new Error(`${url} does not answer; see servers.log.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
