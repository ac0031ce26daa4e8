import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { cloneTemplate } from "@/lib/testing/clone";
import { TEST_SECRET } from "@/lib/testing/secret";

// Each test file runs in a process of its own, on a database and in a data folder of its own.
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-data-"));
Object.assign(process.env, {
  DATABASE_URL: await cloneTemplate(inject("templateUrl"), randomBytes(5).toString("hex")),
  SITE_SECRET: TEST_SECRET,
  SITE_URL: "http://localhost:3000",
  DATA_DIR: dataDir,
});
afterAll(() => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});
