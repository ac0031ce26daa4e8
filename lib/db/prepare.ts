import pg from "pg";
import { applyMigrations } from "@/lib/db/migrate";
import { ensureRoles } from "@/lib/db/roles";
import { installJobs } from "@/lib/jobs/install";

/**
 * Everything the owner does at start, and the only thing: migrations, the two logins and their grants, the job
 * queue's schema. Takes the folder that holds prisma/, the owner's address and the site's secret; safe to run at
 * every start and by several instances at once. Returns the names of the migrations that were applied.
 */
export async function prepareDatabase(place: { root: string; url: string; secret: string }): Promise<string[]> {
  const applied = await applyMigrations(place);
  const owner = new pg.Client({ connectionString: place.url, options: "-c TimeZone=UTC" });
  await owner.connect();
  try {
    await ensureRoles(owner, place.url, place.secret);
    await installJobs(owner, place.url);
  } finally {
    await owner.end();
  }
  return applied;
}
