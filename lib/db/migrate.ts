import fs from "node:fs";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { loadSchemaEngine, type SchemaEngine } from "@/lib/db/schema-engine";
import { MigrationPg } from "@/lib/db/migration-adapter";
import { Failure } from "@/lib/failure";

const filters = { externalTables: [], externalEnums: [] };

/** Where prisma/ lies, and the owner's address. */
interface Place {
  root: string;
  url: string;
}

/**
 * Applies the migrations that the database lacks, each as one transaction. Returns the names applied, in order.
 * Takes the owner's connection that holds the lock of lib/db/prepare.ts, so that one instance at a time does it.
 * Throws a Failure when one fails (nothing of it is kept, and it runs again once repaired), or when an earlier run was
 * interrupted in one: what became of it a person must look at first.
 */
export async function applyMigrations(owner: pg.ClientBase, place: Place): Promise<string[]> {
  const { there, unfinished } = await history(owner);
  const [half] = unfinished;
  if (half) {
    throw new Failure(
      `Migration ${half} was begun and not finished: the database was left as it is. Run "npm run migrate -- --again ${half}" to run it anew, or "npm run migrate -- --done ${half}" if its changes are all there.`,
    );
  }
  if (there && (await isCurrent(owner, place.root))) return [];
  return await withEngine(place, (engine) => apply(engine, place.root, owner));
}

/**
 * Settles a migration that was begun and not finished: `done` notes it as applied, otherwise it is noted as rolled
 * back, so that it runs again. Takes the owner's connection. Throws a Failure when there is no such migration.
 */
export async function settleMigration(owner: pg.ClientBase, name: string, done: boolean): Promise<void> {
  const { unfinished } = await history(owner);
  if (!unfinished.includes(name)) throw new Failure(`There is no migration ${name} that was begun and not finished.`);
  const settled = done ? "finished_at = now(), applied_steps_count = 1" : "rolled_back_at = now()";
  await owner.query(`update _prisma_migrations set ${settled} where migration_name = $1 and ${UNFINISHED}`, [name]);
}

/**
 * Whether every migration of prisma/migrations is applied and finished. Takes any connection that may read
 * `_prisma_migrations` and the folder that holds prisma/. A database without that table is not current.
 */
export async function isCurrent(db: pg.ClientBase | pg.Pool, root: string): Promise<boolean> {
  const { rowCount } = await db.query("select where to_regclass('public._prisma_migrations') is not null");
  if (!rowCount) return false;
  const { rows } = await db.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const done = new Set(rows.map(({ name }) => name));
  return migrationNames(root).every((name) => done.has(name));
}

/**
 * The SQL that leads from the migrations to schema.prisma: the draft of the next migration, or "" when they agree.
 * Needs an owner who may create databases (for a shadow database, dropped afterwards).
 */
export async function draftMigration(place: Place): Promise<string> {
  const { stdout } = await withEngine(place, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationsList(place.root) },
      to: { tag: "schemaDatamodel", files: [schemaFile(place.root)] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters,
    }),
  );
  return stdout?.includes("This is an empty migration") ? "" : (stdout ?? "");
}

const UNFINISHED = "finished_at is null and rolled_back_at is null";

async function history(owner: pg.ClientBase): Promise<{ there: boolean; unfinished: string[] }> {
  const { rows: table } = await owner.query<{ there: boolean }>("select to_regclass('public._prisma_migrations') is not null as there");
  if (!table[0]?.there) return { there: false, unfinished: [] };
  const { rows } = await owner.query<{ name: string }>(`select migration_name as name from _prisma_migrations where ${UNFINISHED}`);
  return { there: true, unfinished: rows.map(({ name }) => name) };
}

async function apply(engine: SchemaEngine, root: string, owner: pg.ClientBase): Promise<string[]> {
  try {
    return (await engine.applyMigrations({ migrationsList: migrationsList(root), filters })).appliedMigrationNames;
  } catch (cause) {
    const [failed] = (await history(owner)).unfinished;
    const reason = (cause as Error).message.split("\n   0:")[0]?.replaceAll(/\s+/g, " ").trim();
    if (!failed) throw new Failure(`The migrations could not be applied: ${reason}`, { cause });
    await engine.markMigrationRolledBack({ migrationName: failed });
    throw new Failure(`Migration ${failed} failed, and nothing of it was kept: ${reason}`, { cause });
  }
}

async function withEngine<T>({ root, url }: Place, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadSchemaEngine();
  const db = new MigrationPg(url);
  try {
    const { path: name, content } = schemaFile(root);
    return await work(await SchemaEngine.new({ datamodels: [[name, content]] }, () => {}, bindMigrationAwareSqlAdapterFactory(db)));
  } finally {
    await db.close();
  }
}

function schemaFile(root: string): { path: string; content: string } {
  const file = path.join(root, "prisma/schema.prisma");
  return { path: file, content: fs.readFileSync(file, "utf8") };
}

function migrationNames(root: string): string[] {
  return fs
    .readdirSync(path.join(root, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function migrationsList(root: string) {
  const baseDir = path.join(root, "prisma/migrations");
  return {
    baseDir,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: migrationNames(root).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: fs.readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
