import type pg from "pg";
import { PgBoss } from "pg-boss";
import { databaseName, roleName } from "@/lib/db/names";
import { JOB_NAMES } from "@/lib/jobs/queue";

const RETRY = { retryLimit: 8, retryDelay: 5, retryBackoff: true };

/**
 * Makes pg-boss's schema and our queues, and lets the private login use them. Takes the owner's connection and
 * address; safe to run at every start.
 */
export async function installJobs(owner: pg.ClientBase, url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  boss.on("error", (error) => console.error("jobs:", error.message));
  await boss.start();
  for (const name of JOB_NAMES) await boss.createQueue(name, RETRY);
  await boss.stop({ graceful: false });
  await grantJobs(owner, url);
}

/** Lets the private login of a database use the queues that stand in it already. Takes the owner's connection and address. */
export async function grantJobs(owner: pg.ClientBase, url: string): Promise<void> {
  const app = `"${roleName(databaseName(url), "private")}"`;
  await owner.query(`
    grant usage on schema pgboss to ${app};
    grant select, insert, update, delete on all tables in schema pgboss to ${app};
    grant usage on all sequences in schema pgboss to ${app};
    grant execute on all functions in schema pgboss to ${app}`);
}
