import pg from "pg";

/** What a try to hold a data folder came to: held (the connection keeps it), another instance's, or no answer yet. */
export type Hold = { held: pg.Client } | { heldBy: string } | { noAnswer: Error };

const LOCK = 505_420_002;
/** A stranger on the port may take the connection and say nothing. */
const ANSWER_MS = 2_000;
const NAME = "leserbrief-holder";

/**
 * Takes the embedded database for this instance: an advisory lock that lasts as long as its connection, so that a
 * killed instance holds nothing. Takes the address of the cluster's `postgres` database.
 */
export async function tryHold(url: string): Promise<Hold> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `${NAME} ${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  // Whoever takes it watches `end`; without a listener a lost connection would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [LOCK]);
    if (rows[0]?.held) return { held: client };
    const { rows: others } = await client.query<{ name: string }>(
      "select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = $1 and granted",
      [LOCK],
    );
    await client.end();
    return { heldBy: others[0]?.name.replace(NAME, "").trim() ?? "" };
  } catch (error) {
    await client.end();
    return { noAnswer: error as Error };
  }
}
