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

/** In what a server is started: the clone's folder, a folder for its log, and its environment (database, secret). */
export interface Ground {
  root: string;
  folder: string;
  env: NodeJS.ProcessEnv;
}

/** Starts one server in a process of its own, on a free port, and waits until it answers for `page`. Takes its name and arguments. */
export async function startServer(
  { root, folder, env }: Ground,
  name: string,
  page: string,
  args: (port: number) => string[],
): Promise<Measured> {
  const port = await freePort();
  const log = fs.openSync(path.join(folder, "servers.log"), "a");
  const child = spawn(process.execPath, args(port), { cwd: root, env: { ...env, PORT: String(port) }, stdio: ["ignore", log, log] });
  const url = `http://127.0.0.1:${port}${page}`;
  await answers(url, child);
  return { name, url, process: child };
}

/** Ends a server that was started. */
export async function stopServer({ process: child }: Measured): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/**
 * Starts the three that are compared, each in a process of its own: our server, `next start` on the same build and
 * database, and a bare node:http server that sends the bytes which ours sends for `page`. Takes the page's path.
 */
export async function startServers(ground: Ground, page: string): Promise<Measured[]> {
  const ours = await startServer(ground, "our server", page, () => ["build/serve.mjs"]);
  const bytes = path.join(ground.folder, "page.json");
  fs.writeFileSync(bytes, JSON.stringify({ identity: await copyOf(ours.url, "identity"), br: await copyOf(ours.url, "br") }));
  return [
    ours,
    await startServer(ground, "next start", page, (port) => [
      "node_modules/next/dist/bin/next",
      "start",
      "-H",
      "127.0.0.1",
      "-p",
      String(port),
    ]),
    await startServer(ground, "bare node:http", page, (port) => ["scripts/bench/bare.mjs", String(port), bytes]),
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
