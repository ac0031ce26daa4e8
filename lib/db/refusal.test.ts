import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { ownerUrl, siteSecret } from "@/lib/config";
import { Prisma } from "@/lib/db/generated/client";
import { loginUrl } from "@/lib/db/names";
import { publicDb } from "@/lib/db/public";
import { visible } from "@/lib/db/visible";
import { makeComment, makePost } from "@/lib/testing/make";

// Every table and column that the database has is asked for: one that is added later is in the list by itself,
// and is refused until lib/db/visible.ts names it.
const owner = new pg.Client(ownerUrl());
const anyone = new pg.Client(loginUrl(ownerUrl(), siteSecret(), "public"));
await Promise.all([owner.connect(), anyone.connect()]);
afterAll(() => Promise.all([owner.end(), anyone.end()]));

/** A column of a type that Prisma's client cannot hold ("Unsupported"): PostgreSQL alone is asked about it. */
const UNKNOWN_TO_CLIENT = ["post.topic", "post_search.title", "post_search.opening", "post_search.words"];

interface Column {
  schema: string;
  table: string;
  name: string;
}
const { rows: columns } = await owner.query<Column>(
  `select table_schema as schema, table_name as table, column_name as name from information_schema.columns
   where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2, 3`,
);
const tables = [...new Map(columns.map((column) => [`${column.schema}.${column.table}`, column])).values()];
const isVisible = ({ schema, table, name }: Column) => schema === "public" && !!visible[table]?.columns.includes(name);
const refused = { code: "42501" };

describe("PostgreSQL refuses the public login", () => {
  test.each(columns.filter((column) => !isVisible(column)))("to read $name of $table ($schema)", async ({ schema, table, name }) => {
    const from = `from "${schema}"."${table}"`;
    await expect(anyone.query(`select "${name}" ${from}`)).rejects.toMatchObject(refused);
    await expect(anyone.query(`select count(*) ${from} where "${name}" is not null`)).rejects.toMatchObject(refused);
  });

  test.each(tables)("every write to $table ($schema)", async ({ schema, table, name }) => {
    const target = `"${schema}"."${table}"`;
    await expect(anyone.query(`insert into ${target} default values`)).rejects.toMatchObject(refused);
    await expect(anyone.query(`update ${target} set "${name}" = null`)).rejects.toMatchObject(refused);
    await expect(anyone.query(`delete from ${target}`)).rejects.toMatchObject(refused);
    await expect(anyone.query(`truncate ${target}`)).rejects.toMatchObject(refused);
  });

  test.each(["set role postgres", "create table public.mine ()", "create schema mine", "alter table post disable row level security"])(
    "to %s",
    async (sql) => {
      await expect(anyone.query(sql)).rejects.toMatchObject(refused);
    },
  );
});

/** Prisma's models and fields, by the table and column that they stand for. */
const fields = Object.values(Prisma.ModelName).flatMap((model) => {
  const enums = Prisma as unknown as Record<string, Record<string, string>>;
  const table = model === "User" ? "newsroom_user" : snake(model);
  return Object.keys(enums[`${model}ScalarFieldEnum`] ?? {}).map((field) => ({ model, field, table, column: snake(field) }));
});

describe("the public Prisma client", () => {
  test("knows every column of the database by these names", () => {
    const known = columns.filter(({ schema, table }) => schema === "public" && !table.startsWith("_")).map((c) => `${c.table}.${c.name}`);
    const named = [...fields.map(({ table, column }) => `${table}.${column}`), ...UNKNOWN_TO_CLIENT];
    expect(named.sort()).toEqual(known.sort());
  });

  test.each(fields)("reads $field of $model only if anyone may", async ({ model, field, table, column }) => {
    const asked = modelOf(model).findMany({ select: { [field]: true }, orderBy: { [field]: "asc" }, take: 1 });
    const outcome = asked.then(
      () => "shown",
      (error: unknown) => (codeOf(error) === "P2039" ? "refused" : `${String(codeOf(error))}: ${String(error)}`),
    );
    expect(await outcome).toBe(isVisible({ schema: "public", table, name: column }) ? "shown" : "refused");
  });

  test("sees published posts and their approved comments only", async () => {
    const { id: postId } = await makePost({ status: "published" });
    const draft = await makePost({ status: "draft" });
    const later = await makePost({ status: "published", publishedAt: new Date(Date.now() + 60_000) });
    await makePost({ status: "unpublished" });
    await makeComment({ postId, status: "approved" });
    for (const status of ["pending", "spam", "rejected", "trash"] as const) await makeComment({ postId, status });
    for (const hidden of [draft, later]) await makeComment({ postId: hidden.id, status: "approved" });
    expect(await publicDb.post.findMany({ select: { id: true } })).toEqual([{ id: postId }]);
    expect(await publicDb.comment.findMany({ select: { postId: true, status: true } })).toEqual([{ postId, status: "approved" }]);
  });

  test("may not follow a comment to its address", async () => {
    const careless = publicDb.comment.findMany({ include: { contact: true } });
    await expect(careless).rejects.toMatchObject({ code: "P2039" });
    await expect(publicDb.comment.findMany({ where: { contact: { ipPrefix: "192.0.2.0/24" } } })).rejects.toMatchObject({ code: "P2039" });
  });
});

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at) => `${at ? "_" : ""}${letter.toLowerCase()}`);
}

interface AnyModel {
  findMany(query: object): Promise<unknown>;
}
function modelOf(model: string): AnyModel {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const found = (publicDb as unknown as Record<string, AnyModel | undefined>)[name];
  if (!found) throw new Error(`The client has no ${name}.`);
  return found;
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
