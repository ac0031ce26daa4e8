import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { databaseName } from "@/lib/db/names";
import { ensureRoles } from "@/lib/db/roles";
import { grantJobs } from "@/lib/jobs/install";
import { TEST_SECRET } from "@/lib/testing/secret";

// Each test file runs in a worker of its own, on a database of its own, cloned from the migrated one.
const template = inject("templateUrl");
const name = `test_${process.pid}_${process.env.VITEST_POOL_ID}_${Date.now()}`;
const admin = new URL(template);
admin.pathname = "/postgres";
const client = new pg.Client({ connectionString: admin.href });
await client.connect();
await client.query("select pg_advisory_lock(1)");
await client.query(`create database ${name} template ${databaseName(template)}`);
await client.end();

const url = new URL(template);
url.pathname = `/${name}`;
Object.assign(process.env, {
  DATABASE_URL: url.href,
  SITE_SECRET: TEST_SECRET,
  SITE_URL: "http://localhost:3000",
  DATA_DIR: fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-data-")),
});
const owner = new pg.Client({ connectionString: url.href });
await owner.connect();
await ensureRoles(owner, url.href, TEST_SECRET);
await grantJobs(owner, url.href);
await owner.end();
