import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { query } from "@/lib/testing/query";
import { databaseUrl } from "@/lib/testing/clone";

/** Makes an empty database on the tests' server, not even migrated. Returns its owner's address. */
export async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  await query(databaseUrl(inject("templateUrl"), "postgres"), `create database ${name}`);
  return databaseUrl(inject("templateUrl"), name);
}
