import pg from "pg";
import { config, provide } from "@/lib/config";
import { joinEmbedded, startEmbedded, type Embedded } from "@/lib/db/embedded";
import { codeOf } from "@/lib/db/error-code";
import { databaseName } from "@/lib/db/names";
import { keepSecret, makeDataDir } from "@/lib/db/place";
import { prepareDatabase } from "@/lib/db/prepare";
import { Failure } from "@/lib/failure";
import { closeShared } from "@/lib/server/closing";

/** The site's database, open for this process: config() knows its address and the site's secret from here on. */
export interface OpenDatabase {
  /** Where the data really lies. */
  dataDir: string;
  /** The migrations that were applied now. */
  applied: string[];
  /** Stops what was started for it, if anything was. */
  close: () => Promise<void>;
}

interface Options {
  /** The folder that holds prisma/. */
  root: string;
  /** Use the database of an instance that runs on the same data folder, instead of refusing. */
  mayJoin?: boolean;
  /** Bring the database up to date (the default). */
  prepares?: boolean;
}

const OLDEST = 150_000;

/**
 * Opens the database that the settings name: DATABASE_URL's, or else the embedded one in DATA_DIR, started here or,
 * with `mayJoin`, a running instance's; and brings it up to date. Makes the data folder and the secret the first time.
 * Throws a Failure, in a line, when the database cannot be reached, is held by another instance, or a migration fails.
 */
export async function openDatabase({ root, mayJoin = false, prepares = true }: Options): Promise<OpenDatabase> {
  const { DATABASE_URL, SITE_SECRET, DATA_DIR } = config();
  const dataDir = makeDataDir(DATA_DIR, !DATABASE_URL);
  const secret = SITE_SECRET ?? keepSecret(dataDir);
  const joined = !DATABASE_URL && mayJoin ? await joinEmbedded(dataDir) : null;
  const embedded: Embedded | null = DATABASE_URL || joined ? null : await startEmbedded({ dataDir });
  const url = DATABASE_URL ?? joined ?? embedded?.url ?? "";
  const close = async () => embedded?.stop();
  try {
    await probe(url);
    provide({ DATABASE_URL: url, SITE_SECRET: secret, DATA_DIR: dataDir });
    return { dataDir, applied: prepares ? await prepareDatabase({ root, url, secret }) : [], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** For a command such as the import: opens the database (a running instance's, if one runs), works, closes it again. */
export async function withDatabase<T>(root: string, work: () => Promise<T>): Promise<T> {
  const { close } = await openDatabase({ root, mayJoin: true });
  try {
    return await work();
  } finally {
    // First what holds connections to it: the queue would tell of a database that went away.
    await closeShared();
    await close();
  }
}

async function probe(url: string): Promise<void> {
  const { host } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
    if ((rows[0]?.version ?? 0) < OLDEST)
      throw new Failure(`The database at ${host} is older than PostgreSQL 15, which DATABASE_URL must name at least.`);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(`The database "${databaseName(url)}" at ${host} is not reachable: ${reasonOf(cause)}. Look at DATABASE_URL.`, {
      cause,
    });
  } finally {
    await client.end();
  }
}

/** A refused connection to several addresses of one name has a code and no message. */
function reasonOf(cause: unknown): string {
  return (cause instanceof Error && cause.message) || codeOf(cause);
}
