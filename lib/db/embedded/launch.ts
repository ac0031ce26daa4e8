import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import type { Binaries } from "@/lib/db/embedded/binaries";
import { clusterFolder, minimalEnv, type Saved } from "@/lib/db/embedded/cluster";
import type { DatabaseUser } from "@/lib/db/embedded/user";

/** A cluster, the programs that run it and whom they run as. */
export interface Cluster {
  bin: Binaries;
  user: DatabaseUser | null;
  dataDir: string;
  saved: Saved;
  settings: Record<string, string>;
}

/** A PostgreSQL process of ours; `exited` resolves when it is gone, and behind `loggedBefore` bytes of the log stands what it said. */
export interface Launched {
  child: ChildProcess;
  exited: Promise<unknown>;
  loggedBefore: number;
}

const LOG_BYTES = 10_000_000;

/** Where PostgreSQL writes what it has to say. */
export function logFile(dataDir: string): string {
  return path.join(dataDir, "pg.log");
}

/**
 * Starts a cluster's PostgreSQL, on 127.0.0.1 alone, and does not wait for it. It is detached, so that a Ctrl-C in
 * our terminal does not reach it before us.
 */
export function launch({ bin, user, dataDir, saved, settings }: Cluster): Launched {
  const given = {
    listen_addresses: "127.0.0.1",
    port: String(saved.port),
    unix_socket_directories: "",
    timezone: "UTC",
    // A failed statement's values are readers' data: the log holds no detail and no statement.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    ...settings,
  };
  const args = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const file = logFile(dataDir);
  const tooLong = fs.existsSync(file) && fs.statSync(file).size > LOG_BYTES;
  const log = fs.openSync(file, tooLong ? "w" : "a", 0o600);
  // Before it is there: on a busy machine it may have said why it ends before this process goes on.
  const loggedBefore = fs.fstatSync(log).size;
  const child = spawn(bin.postgres, ["-D", clusterFolder(dataDir), ...args], {
    detached: true,
    stdio: ["ignore", log, log],
    env: minimalEnv(),
    ...user,
  });
  fs.closeSync(log);
  child.unref();
  return { child, loggedBefore, exited: Promise.race([once(child, "exit"), once(child, "error")]) };
}
