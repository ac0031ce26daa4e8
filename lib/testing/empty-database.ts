import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { databaseUrl } from "@/lib/testing/template";

/** Makes an empty database on the tests' server, not even migrated. Returns its owner's address. */
export async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  await query(databaseUrl(inject("templateUrl"), "postgres"), `create database ${name}`);
  return databaseUrl(inject("templateUrl"), name);
}

/** Runs SQL on a connection of its own, as whom the address names. Returns the rows. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
