import fs from "node:fs";
import path from "node:path";
import type { CommandContext } from "./start/context";
import { ownerUrl } from "@/lib/config";
import { withLock } from "@/lib/db/lock";
import { draftMigration, settleMigration } from "@/lib/db/migrate";
import { openDatabase, withDatabase } from "@/lib/db/open";
import { Failure } from "@/lib/failure";

const USAGE = "Use: npm run migrate [-- new NAME | --again MIGRATION | --done MIGRATION]";

/**
 * Without an argument: brings the database up to date. `new NAME` writes the next migration, from the migrations to
 * schema.prisma. `--again` and `--done` settle a migration in which an earlier run was interrupted.
 */
export async function main({ root, args, step }: CommandContext): Promise<void> {
  const [what, name] = args;
  if (what === undefined) await step("Bringing the database up to date", () => withDatabase(root, () => Promise.resolve()));
  else if (what === "new" && name && /^[a-z0-9_]+$/.test(name)) await writeMigration(root, name);
  else if ((what === "--again" || what === "--done") && name) await settle(root, name, what === "--done");
  else throw new Failure(USAGE);
}

/** Not prepared: the grants may already name what only this migration will make. */
async function writeMigration(root: string, name: string): Promise<void> {
  const { close } = await openDatabase({ root, mayJoin: true, prepares: false });
  let sql: Awaited<ReturnType<typeof draftMigration>>;
  try {
    sql = await draftMigration({ root, url: ownerUrl() });
  } finally {
    await close();
  }
  if (!sql) {
    console.log("schema.prisma and the migrations agree: there is nothing to write.");
    return;
  }
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(root, "prisma/migrations", `${time}_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "migration.sql"), sql);
  console.log(path.relative(root, path.join(folder, "migration.sql")));
}

async function settle(root: string, name: string, done: boolean): Promise<void> {
  const { close } = await openDatabase({ root, mayJoin: true, prepares: false });
  try {
    await withLock(ownerUrl(), "prepare", (owner) => settleMigration(owner, name, done));
    console.log(done ? `${name} is noted as applied.` : `${name} will run again at the next start.`);
  } finally {
    await close();
  }
}
