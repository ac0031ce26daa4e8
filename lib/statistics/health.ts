import { statfs } from "node:fs/promises";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { queue } from "@/lib/jobs/queue";
import type { Result } from "@/lib/result";
import { mayChangeSettings } from "@/lib/settings/policy";
import type { Actor } from "@/lib/users/policy";

/** What the site stores, and how its jobs go. Sizes in bytes. */
export interface SiteHealth {
  database: number;
  pictures: number;
  /** Free on the disk of DATA_DIR. */
  free: number;
  /** Jobs that wait for their turn (without those that wait for a later time), and those of the last days that gave up. */
  waiting: number;
  failed: number;
}

/**
 * How much the site stores and how its jobs go, for who runs it. Takes who asks. Returns `forbidden` for others. Reads
 * every picture's row; the queues' counts are pg-boss's own, a minute old at most.
 */
export async function siteHealth(actor: Actor): Promise<Result<SiteHealth>> {
  if (!mayChangeSettings(actor)) return { ok: false, error: "forbidden" };
  const [[sizes], disk, queues] = await Promise.all([
    privateDb.$queryRaw<{ database: number; pictures: number }[]>`
      select pg_database_size(current_database())::float8 as database, coalesce(sum(bytes), 0)::float8 as pictures from media`,
    statfs(config().DATA_DIR),
    queue().then((boss) => boss.getQueues()),
  ]);
  return {
    ok: true,
    database: sizes?.database ?? 0,
    pictures: sizes?.pictures ?? 0,
    free: disk.bavail * disk.bsize,
    waiting: queues.reduce((sum, { readyCount }) => sum + readyCount, 0),
    failed: queues.reduce((sum, { failedCount }) => sum + failedCount, 0),
  };
}
