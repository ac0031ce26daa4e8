import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import type { Binaries } from "@/lib/db/embedded/binaries";
import { isAlive } from "@/lib/db/embedded/processes";
import type { DatabaseUser } from "@/lib/db/embedded/user";
import { Failure } from "@/lib/failure";

/** What DATA_DIR/pg.json keeps: where our PostgreSQL listens, and its owner's password. */
export interface Saved {
  port: number;
  password: string;
}

/** The owner's name in our own cluster, and our database in it. */
const OWNER = "postgres";
const DATABASE = "leserbrief";
/** How a cluster is named while it is made, before its maker's process id. */
const HALF = "pg.new-";
// Linux hands ports from 32768 up to clients: a client retrying on such a port can connect to itself.
const PORTS = { first: 20_000, last: 32_767 };

/** The folder of the cluster itself. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, "pg");
}

/** The owner's address of a database of our own cluster, the site's one by default. */
export function addressOf({ port, password }: Saved, database = DATABASE): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** What pg.json of a data folder keeps; null when there is no cluster yet. */
export function readSaved(dataDir: string): Saved | null {
  const file = path.join(dataDir, "pg.json");
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as Saved) : null;
}

/**
 * Makes the cluster the first time. Half a cluster is never left where a whole one is expected: it is made beside
 * and moved there, and of two starts at once the first to move wins. Returns what pg.json keeps.
 */
export async function makeCluster(bin: Binaries, dataDir: string, user: DatabaseUser | null): Promise<Saved> {
  const saved = readSaved(dataDir) ?? saveOnce(dataDir, { port: await freePort(), password: randomBytes(24).toString("base64url") });
  if (fs.existsSync(clusterFolder(dataDir))) return saved;
  sweepHalves(dataDir);
  const half = path.join(dataDir, `${HALF}${process.pid}`);
  const secret = `${half}.secret`;
  try {
    fs.mkdirSync(half, { mode: 0o700 });
    fs.writeFileSync(secret, saved.password, { mode: 0o600 });
    for (const made of [half, secret]) if (user) fs.chownSync(made, user.uid, user.gid);
    initialise(bin, half, secret, user);
    fs.renameSync(half, clusterFolder(dataDir));
  } catch (error) {
    if (!fs.existsSync(clusterFolder(dataDir))) throw error;
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(half, { recursive: true, force: true });
  }
  return saved;
}

/** Another port for a cluster whose own is taken by a stranger, kept from now on. */
export async function movePort(dataDir: string, saved: Saved): Promise<Saved> {
  const moved = { ...saved, port: await freePort() };
  const file = path.join(dataDir, "pg.json");
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(moved), { mode: 0o600 });
  fs.renameSync(`${file}.${process.pid}`, file);
  return moved;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** PATH and a fixed language and zone: nothing else of our environment is the database's business. */
export function minimalEnv(): NodeJS.ProcessEnv {
  return { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };
}

/** Removes what starts that were killed here left half made. */
function sweepHalves(dataDir: string): void {
  for (const name of fs.readdirSync(dataDir)) {
    const maker = name.startsWith(HALF) && Number.parseInt(name.slice(HALF.length), 10);
    if (maker && (maker === process.pid || !isAlive(maker))) fs.rmSync(path.join(dataDir, name), { recursive: true });
  }
}

function initialise(bin: Binaries, folder: string, secret: string, user: DatabaseUser | null): void {
  const login = ["-U", OWNER, "--auth=scram-sha-256", `--pwfile=${secret}`];
  const language = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const { status, stderr, error } = spawnSync(bin.initdb, ["-D", folder, ...login, ...language], {
    encoding: "utf8",
    env: minimalEnv(),
    ...user,
  });
  if (status === 0) return;
  const reason = error?.message ?? stderr.split("\n").find((line) => /error:|FATAL/.test(line)) ?? stderr.trim();
  throw new Failure(`The embedded PostgreSQL could not make its data folder in ${path.dirname(folder)}: ${reason}`);
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first));
    if (await isFree(port)) return port;
  }
}

function saveOnce(dataDir: string, saved: Saved): Saved {
  const file = path.join(dataDir, "pg.json");
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify(saved), { mode: 0o600 });
  try {
    fs.linkSync(mine, file);
    return saved;
  } catch (error) {
    const theirs = readSaved(dataDir);
    if (!theirs) throw error;
    return theirs;
  } finally {
    fs.rmSync(mine);
  }
}
