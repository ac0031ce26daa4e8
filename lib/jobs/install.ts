import { createHash } from "node:crypto";
import type pg from "pg";
import { getConstructionPlans, PgBoss } from "pg-boss";
import { databaseName, roleName } from "@/lib/db/names";
import { quote } from "@/lib/db/grants";
import { JOB_NAMES } from "@/lib/jobs/queue";
import { logError } from "@/lib/log";

/**
 * A job that fails is tried again 8 times, after 5 s, 10 s, 20 s … (21 minutes in all). Workers hear of a new one
 * (NOTIFY, at the commit) and need not ask for it all the time.
 */
const QUEUE = { retryLimit: 8, retryDelay: 5, retryBackoff: true, notify: true };

/**
 * Makes pg-boss's schema and our queues, and lets the private login use them. Takes the owner's connection and
 * address; safe to run at every start, and does nothing when it was done already (a comment on the schema says so).
 */
export async function installJobs(owner: pg.ClientBase, url: string): Promise<void> {
  const app = roleName(databaseName(url), "private");
  const done = createHash("sha256")
    .update(JSON.stringify([getConstructionPlans(), JOB_NAMES, QUEUE, app]))
    .digest("hex");
  if (await stands(owner, app, done)) return;
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  boss.on("error", (error) => logError("jobs", error));
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, QUEUE);
    // One that stands already, from an earlier release, is as it was made then.
    await boss.updateQueue(name, QUEUE);
  }
  await boss.stop({ graceful: false });
  await grantJobs(owner, url);
  await owner.query(`comment on schema pgboss is '${done}'`);
}

/** Lets the private login of a database use the queues that stand in it already. Takes the owner's connection and address. */
export async function grantJobs(owner: pg.ClientBase, url: string): Promise<void> {
  const app = quote(roleName(databaseName(url), "private"));
  await owner.query(`
    grant usage on schema pgboss to ${app};
    grant select, insert, update, delete on all tables in schema pgboss to ${app};
    grant usage on all sequences in schema pgboss to ${app};
    grant execute on all functions in schema pgboss to ${app}`);
}

async function stands(owner: pg.ClientBase, app: string, done: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    "select from pg_namespace where nspname = 'pgboss' and obj_description(oid, 'pg_namespace') = $2 and has_schema_privilege($1, oid, 'usage')",
    [app, done],
  );
  return Boolean(rowCount);
}
