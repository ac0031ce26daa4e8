import pg from "pg";

/** What only one instance at a time may do to a database; each name is an advisory lock. */
const LOCKS = { prepare: 505_420_001, firstStart: 505_420_003 };

/**
 * Runs `work` while holding an advisory lock of the database: of several instances starting at once, one works and
 * the others wait (at most 2 minutes, then they throw). Takes the owner's address; `work` gets the owner's connection.
 */
export async function withLock<T>(url: string, name: keyof typeof LOCKS, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC -c lock_timeout=2min" });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [LOCKS[name]]);
    return await work(owner);
  } finally {
    await owner.end();
  }
}
