import { withLock } from "@/lib/db/lock";
import { applyMigrations } from "@/lib/db/migrate";
import { ensureRoles, refuseOtherSecret } from "@/lib/db/roles";
import { installJobs } from "@/lib/jobs/install";

/**
 * Everything the owner does at start, and the only thing: migrations, the two logins and their grants, the job
 * queue's schema. Takes the folder that holds prisma/, the owner's address and the site's secret; safe to run at
 * every start and by several instances at once (one works, the others then find nothing to do).
 * Returns the names of the migrations that were applied. Throws a Failure when it cannot be done.
 */
export async function prepareDatabase({ root, url, secret }: { root: string; url: string; secret: string }): Promise<string[]> {
  return withLock(url, "prepare", async (owner) => {
    await refuseOtherSecret(owner, url, secret);
    const applied = await applyMigrations(owner, { root, url });
    await ensureRoles(owner, url, secret);
    await installJobs(owner, url);
    return applied;
  });
}
