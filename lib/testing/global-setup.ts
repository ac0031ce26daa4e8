import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { prepareDatabase } from "@/lib/db/prepare";
import { TEST_SECRET } from "@/lib/testing/secret";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address of the migrated database that each worker clones. */
    templateUrl: string;
  }
}

/** Brings up a PostgreSQL of the tests' own, with the migrated database that each worker clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-test-"));
  fs.chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, settings: { fsync: "off", max_connections: "200" } });
  await prepareDatabase({ root: process.cwd(), url: server.url, secret: TEST_SECRET });
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true });
  };
}
