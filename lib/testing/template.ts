import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { clusterFolder } from "@/lib/db/embedded/cluster";
import { postmasterOf } from "@/lib/db/embedded/processes";
import { databaseName } from "@/lib/db/names";
import { prepareDatabase } from "@/lib/db/prepare";
import { ensureRoles } from "@/lib/db/roles";
import { grantJobs } from "@/lib/jobs/install";
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
  await prepareDatabase({ root: process.cwd(), url: server.url, secret: TEST_SECRET });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      process.off("exit", abandon);
      removeFolder();
    },
  };
}

/** The owner's address of another database on the same server. */
export function databaseUrl(template: string, name: string): string {
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}

/** Clones the template into a database of this name, with both logins. Returns the owner's address (0.2 s). */
export async function cloneTemplate(template: string, name: string): Promise<string> {
  const url = databaseUrl(template, name);
  // One at a time: PostgreSQL does not copy a database that somebody else is copying.
  await asOwner(databaseUrl(template, "postgres"), async (client) => {
    await client.query("select pg_advisory_lock(1)");
    await client.query(`create database ${name} template ${databaseName(template)}`);
  });
  await asOwner(url, async (client) => {
    await ensureRoles(client, url, TEST_SECRET);
    await grantJobs(client, url);
  });
  return url;
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
