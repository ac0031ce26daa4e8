import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { clusterFolder } from "@/lib/db/embedded/cluster";
import { postmasterOf } from "@/lib/db/embedded/processes";
import { prepareDatabase } from "@/lib/db/prepare";
import { databaseUrl, TEMPLATE_NAME } from "@/lib/testing/clone";
import { query } from "@/lib/testing/query";
import { TEST_SECRET } from "@/lib/testing/secret";

/** A PostgreSQL of the tests' own. `url` is the owner's address of the migrated database that others are cloned from. */
export interface Template {
  url: string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL in a temporary folder, never the user's, and migrates one database. Stopping removes the folder. */
export async function startTemplate(): Promise<Template> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-test-"));
  fs.chmodSync(dataDir, 0o711);
  // Nothing here outlives the tests, so nothing waits for the disk.
  const server = await startEmbedded({ dataDir, settings: { fsync: "off", full_page_writes: "off", max_connections: "200" } });
  const removeFolder = () => {
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  // Who is interrupted (Ctrl-C) tears nothing down: PostgreSQL runs detached and would stay.
  const abandon = () => {
    const running = postmasterOf(clusterFolder(dataDir));
    if (running) process.kill(running.pid, "SIGQUIT");
    removeFolder();
  };
  process.once("exit", abandon);
  const url = databaseUrl(server.url, TEMPLATE_NAME);
  await query(server.url, `create database ${TEMPLATE_NAME}`);
  await prepareDatabase({ root: process.cwd(), url, secret: TEST_SECRET });
  return {
    url,
    stop: async () => {
      await server.stop();
      process.off("exit", abandon);
      removeFolder();
    },
  };
}
