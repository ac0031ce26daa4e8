import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { isOutage } from "@/lib/db/errors";
import { PrismaClient } from "@/lib/db/generated/client";

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-outage-"));
let stop: () => Promise<void>;
let url: string;
let db: PrismaClient;

beforeAll(async () => {
  fs.chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, settings: { fsync: "off" } });
  stop = () => server.stop();
  url = server.url;
  db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, connectionTimeoutMillis: 2_000 }) });
}, 60_000);
afterAll(() => fs.rmSync(dataDir, { recursive: true }));

test("what the database says against a query is no outage", async () => {
  expect(isOutage(await thrown(db.$queryRaw`select 1 / 0`))).toBe(false);
  expect(isOutage(await thrown(db.post.findFirst()))).toBe(false);
  expect(isOutage(new TypeError("x is not a function"))).toBe(false);
  expect(isOutage("ECONNREFUSED")).toBe(false);
});

test("a database that does not answer is an outage", async () => {
  const hurried = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, query_timeout: 200 }) });
  expect(isOutage(await thrown(hurried.$queryRaw`select pg_sleep(2)::text`))).toBe(true);
  expect(isOutage(await thrown(hurried.$transaction((tx) => tx.$queryRaw`select pg_sleep(2)::text`)))).toBe(true);
  await hurried.$disconnect();
});

test("a database that stops during a query, and one that is stopped, are outages", async () => {
  const running = thrown(db.$queryRaw`select pg_sleep(30)::text`);
  await expect
    .poll(async () => db.$queryRaw`select 1 from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`)
    .not.toHaveLength(0);
  await stop();
  expect(isOutage(await running)).toBe(true);
  expect(isOutage(await thrown(db.post.findFirst()))).toBe(true);
  expect(isOutage(await thrown(db.$queryRaw`select 1`))).toBe(true);
  expect(isOutage(await thrown(db.$transaction((tx) => tx.post.findFirst())))).toBe(true);
}, 60_000);
