import { once } from "node:events";
import type { CommandContext } from "./start/context";
import { refuseTakenPort } from "./start/port";
import { config, ownerUrl } from "@/lib/config";
import { withLock } from "@/lib/db/lock";
import { openDatabase } from "@/lib/db/open";

/**
 * The running site: opens the database, builds what is stale, fills an empty site, serves until it is asked to stop.
 * Then what is under way is finished, and the database goes last.
 */
export async function main({ root, step, signal, build }: CommandContext): Promise<void> {
  const { HOST, PORT, SITE_URL, DATA_DIR } = config();
  await refuseTakenPort(HOST, PORT);
  const database = await step("Opening the database", () => openDatabase({ root }));
  try {
    const dev = process.env.NODE_ENV === "development";
    await build("islands", "fonts", ...(dev ? [] : ["pages"]));
    await step("Looking after an empty site", fillEmptySite);
    const { checkStore } = await import("@/lib/media/store");
    const missing = await checkStore();
    const { startServer } = await import("@/lib/server/main");
    const server = await step("Starting the server", () => startServer({ dev }));
    if (database.dataDir !== DATA_DIR) console.log(`\n  The data      ${database.dataDir} (the database's user cannot reach ${DATA_DIR})`);
    if (missing) console.log(`\n  ${missing}`);
    console.log(`\n  The site      ${SITE_URL}\n  The newsroom  ${SITE_URL}/admin\n  Ctrl-C stops it.\n`);
    if (!signal.aborted) await once(signal, "abort");
    console.log("\n  Stopping: what is under way is finished first.");
    await server.close();
  } finally {
    await database.close();
  }
  console.log("  Stopped.");
}

/** Of several instances that start at once on one database, one fills it. */
async function fillEmptySite(): Promise<void> {
  // Loaded late, as the server is: what uses the database finds it by the settings when it is loaded.
  const { createFirstAdministrator } = await import("@/lib/users/first");
  const { isSeedDue } = await import("@/prisma/seed-due");
  await withLock(ownerUrl(), "firstStart", async () => {
    const first = await createFirstAdministrator();
    // The password is known here and nowhere else: it is told before anything can fail.
    if (first)
      console.log(
        `\n  First administrator  ${first.email}\n  Password             ${first.password}  (shown once; change it under /admin)\n`,
      );
    // The seed brings the picture encoder along, which a start that has nothing to seed need not wait for.
    if (await isSeedDue()) await (await import("@/prisma/seed")).seedDemo();
  });
}
