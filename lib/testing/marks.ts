import pg from "pg";
import { CHANNEL } from "@/lib/cache/changed";
import { ownerUrl } from "@/lib/config";

/** The tags that were marked as changed since, in order, as an instance hears them. */
export interface HeardMarks {
  /** Waits for so many marks, and until nothing that was committed before can still be on its way. Returns all so far. */
  until: (count: number) => Promise<string[]>;
  stop: () => Promise<void>;
}

/** Listens on this test's database for marks (lib/cache/changed.ts). */
export async function heardMarks(): Promise<HeardMarks> {
  const heard: string[] = [];
  const client = new pg.Client({ connectionString: ownerUrl() });
  client.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
  const until = async (count: number) => {
    const late = Date.now() + 5_000;
    // PostgreSQL delivers what waits for a listener with the answer to its next query.
    do await client.query("select 1");
    while (heard.length < count && Date.now() < late);
    return [...heard];
  };
  return { until, stop: () => client.end() };
}
