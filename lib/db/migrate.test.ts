import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { withLock } from "@/lib/db/lock";
import { applyMigrations, draftMigration, isCurrent, settleMigration } from "@/lib/db/migrate";
import { emptyDatabase } from "@/lib/testing/empty-database";
import { query } from "@/lib/testing/query";

const ROOT = process.cwd();
const migrate = (url: string, root = ROOT) => withLock(url, "prepare", (owner) => applyMigrations(owner, { root, url }));
const tables = (url: string) =>
  query<{ name: string }>(url, "select tablename as name from pg_tables where schemaname = 'public' order by 1");

/** A folder with our schema and migrations, and one more of this SQL. */
function rootWith(sql: string): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-migrations-"));
  fs.cpSync("prisma", path.join(root, "prisma"), { recursive: true });
  fs.mkdirSync(path.join(root, "prisma/migrations", LAST));
  fs.writeFileSync(path.join(root, "prisma/migrations", LAST, "migration.sql"), sql);
  return root;
}
const LAST = "99990101000000_last";

test("three instances that start at once migrate once", async () => {
  const url = await emptyDatabase();
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, 0, fs.readdirSync("prisma/migrations").length - 1]);
});

test("a migration that fails leaves nothing, is named, and runs once it is repaired", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const before = await tables(url);
  await expect(migrate(url, rootWith("create table half (id int);\nselect 1 / 0;"))).rejects.toThrow(
    new RegExp(`^Migration ${LAST} failed, and nothing of it was kept: .*division by zero`),
  );
  expect(await tables(url)).toEqual(before);
  expect(await migrate(url, rootWith("create table whole (id int);"))).toEqual([LAST]);
});

test("a function's body is sent whole, semicolons and all", async () => {
  const url = await emptyDatabase();
  const sql = "create function twice(n int) returns int language plpgsql as $$ begin perform 1; return 2 * n; end $$;\nselect twice(1);";
  expect(await migrate(url, rootWith(sql))).toContain(LAST);
});

test("a migration that was begun and not finished stops the next run, which changes nothing", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await query(url, "update _prisma_migrations set finished_at = null where migration_name like '%_rules'");
  const before = await query(url, "select * from _prisma_migrations order by 1");
  await expect(migrate(url)).rejects.toThrow(/^Migration \d+_rules was begun and not finished: .*npm run migrate -- --again \d+_rules/);
  expect(await query(url, "select * from _prisma_migrations order by 1")).toEqual(before);
});

test.each([
  { done: true, applied: [] },
  { done: false, applied: [LAST] },
])("settled as done: $done, it applies $applied", async ({ done, applied }) => {
  const url = await emptyDatabase();
  const root = rootWith("create table if not exists last (id int);");
  await migrate(url, root);
  await query(url, "update _prisma_migrations set finished_at = null where migration_name = $1", [LAST]);
  await withLock(url, "prepare", (owner) => settleMigration(owner, LAST, done));
  expect(await migrate(url, root)).toEqual(applied);
});

test("what is not unfinished cannot be settled", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await expect(withLock(url, "prepare", (owner) => settleMigration(owner, "1_none", true))).rejects.toThrow(/no migration 1_none/);
});

test("a database is current when every migration is applied, and not before", async () => {
  const url = await emptyDatabase();
  const current = (root: string) => withLock(url, "prepare", (owner) => isCurrent(owner, root));
  expect(await current(ROOT)).toBe(false);
  await migrate(url);
  expect(await current(ROOT)).toBe(true);
  expect(await current(rootWith("select 1;"))).toBe(false);
});

test("schema.prisma and the migrations agree", async () => {
  expect(await draftMigration({ root: ROOT, url: await emptyDatabase() })).toBe("");
});
