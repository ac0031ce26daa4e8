import pg from "pg";
import { databaseName } from "@/lib/db/names";

/**
 * What the names of the tests' databases begin with. A login's name takes at most 53 bytes of its database's, as
 * PostgreSQL's names end at 63 (lib/db/names.ts): databases that begin with the same 53 share their logins, and what these may do
 * is copied with the template. Making logins for each took as long again as copying it.
 */
const SHARED = "tests_databases_share_their_logins".padEnd(53, "_");

/** The name of the migrated database that others are cloned from. */
export const TEMPLATE_NAME = `${SHARED}template`;

/** The owner's address of another database on the same server. */
export function databaseUrl(template: string, name: string): string {
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}

/** The owner's address of a clone of the template, made already or not. Takes what tells it from others, 10 ASCII characters at most. */
export function cloneUrl(template: string, mark: string): string {
  if (mark.length > 10) throw new Error(`"${mark}" is too long: PostgreSQL would cut it off.`);
  return databaseUrl(template, `${SHARED}${mark}`);
}

/** Clones the template, with both logins. Takes what tells the clone from others. Returns its owner's address (0.2 s). */
export async function cloneTemplate(template: string, mark: string): Promise<string> {
  const url = cloneUrl(template, mark);
  const client = new pg.Client({ connectionString: databaseUrl(template, "postgres") });
  await client.connect();
  try {
    // One at a time: PostgreSQL does not copy a database that somebody else is copying.
    await client.query("select pg_advisory_lock(1)");
    // Files are copied as they are: going through the log takes half as long again.
    await client.query(`create database ${databaseName(url)} template ${TEMPLATE_NAME} strategy file_copy`);
  } finally {
    await client.end();
  }
  return url;
}
