import pg from "pg";
import { CHANNEL } from "@/lib/cache/changed";
import { ownerUrl } from "@/lib/config";

/** The tags that every instance hears of while something is done (lib/cache/changed.ts), in their order. */
export async function heardDuring(work: () => Promise<unknown>): Promise<string[]> {
  const listener = new pg.Client({ connectionString: ownerUrl() });
  await listener.connect();
  try {
    await listener.query(`listen ${CHANNEL}`);
    const heard: string[] = [];
    listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await work();
    // PostgreSQL hands out what was committed before with the answer to the next command.
    await listener.query("select 1");
    return heard;
  } finally {
    await listener.end();
  }
}
