import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { addressOf, clusterFolder, movePort, type Saved } from "@/lib/db/embedded/cluster";
import { tryHold, type Hold } from "@/lib/db/embedded/hold";
import { launch, logFile, type Cluster, type Launched } from "@/lib/db/embedded/launch";
import { isAlive, postmasterOf } from "@/lib/db/embedded/processes";
import { codeOf } from "@/lib/db/error-code";
import { Failure } from "@/lib/failure";

/** A PostgreSQL that this process started and holds. */
export interface Server extends Launched {
  holder: pg.Client;
  saved: Saved;
}

/** PostgreSQL's code while it starts, recovers or ends. */
const CANNOT_CONNECT_NOW = "57P03";
const PATIENCE_MS = 60_000;
const STRANGER_MS = 3_000;
const STOP_MS = 30_000;

/**
 * Brings the cluster's PostgreSQL up as a child of ours and holds it. What a killed instance left running is stopped
 * cleanly first; its postmaster.pid is never touched. Throws a Failure when another instance holds it, or when
 * PostgreSQL does not come up (after a kill it may refuse for a second or so: that is waited for).
 */
export async function bringUp(cluster: Cluster): Promise<Server> {
  const began = Date.now();
  let { saved } = cluster;
  for (;;) {
    await makeWay(cluster.dataDir, saved);
    const server = launch({ ...cluster, saved });
    const outcome = await upOrOut(server, addressOf(saved, "postgres"), cluster.dataDir);
    if ("holder" in outcome) return { ...server, ...outcome, saved };
    if (outcome.isPortTaken) saved = await movePort(cluster.dataDir, saved);
    else if (!outcome.mayPass || Date.now() - began > PATIENCE_MS) {
      throw new Failure(`PostgreSQL did not start: ${outcome.reason} (see ${logFile(cluster.dataDir)})`);
    }
    await sleep(200);
  }
}

/** Stops PostgreSQL by a fast shutdown, after 30 s by an immediate one (which loses nothing); resolves when it is down. */
export async function bringDown({ child, exited, holder }: Server): Promise<void> {
  // Nothing else may be left that keeps this process until PostgreSQL is down.
  child.ref();
  await holder.end();
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
  await exited;
  clearTimeout(late);
}

/** Waits for what a killed instance left running, and stops it cleanly. Throws a Failure when a living one holds it. */
async function makeWay(dataDir: string, saved: Saved): Promise<void> {
  const began = Date.now();
  const running = () => postmasterOf(clusterFolder(dataDir));
  for (let found = running(); found; found = running()) {
    const hold = await tryHold(addressOf({ ...saved, port: found.port }, "postgres"));
    if ("heldBy" in hold) {
      throw new Failure(
        `The data folder ${dataDir} is in use by another instance (process ${hold.heldBy}): stop that one, or set DATA_DIR to a folder of its own.`,
      );
    }
    if ("held" in hold) {
      // Held until it is down: else the start that launched it a moment ago could take it, and would be left with nothing.
      process.kill(found.pid, "SIGINT");
      while (isAlive(found.pid)) await sleep(50);
      await hold.held.end();
    } else {
      // One that starts, recovers or ends answers so, or soon. A stranger that has its old number never does.
      if (Date.now() - began > (isStarting(hold) ? PATIENCE_MS : STRANGER_MS)) return;
      await sleep(100);
    }
  }
}

function isStarting(hold: Hold): boolean {
  return "noAnswer" in hold && codeOf(hold.noAnswer) === CANNOT_CONNECT_NOW;
}

type Outcome = { holder: pg.Client } | { reason: string; mayPass: boolean; isPortTaken: boolean };

async function upOrOut({ child, exited, loggedBefore }: Launched, url: string, dataDir: string): Promise<Outcome> {
  const began = Date.now();
  while (child.exitCode === null && child.signalCode === null && child.pid) {
    const hold = await tryHold(url);
    if ("held" in hold) return { holder: hold.held };
    // Recovery after a crash may take long: it answers, saying so.
    if (Date.now() - began > PATIENCE_MS && !isStarting(hold)) child.kill("SIGINT");
    await Promise.race([exited, sleep(25)]);
  }
  return whyOut(fs.readFileSync(logFile(dataDir)).subarray(loggedBefore).toString());
}

/** What its log says of why it ended. One that ended cleanly was stopped by another start, which then holds the folder. */
function whyOut(log: string): Outcome {
  const reason = /(?:FATAL|PANIC): {2}(.*)/.exec(log)?.[1] ?? "it ended at once";
  return {
    reason,
    mayPass: /already exists|pre-existing shared memory|fast shutdown request/.test(log),
    isPortTaken: log.includes("could not create any TCP/IP sockets"),
  };
}
