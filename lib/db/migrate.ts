import fs from "node:fs";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { loadSchemaEngine, type SchemaEngine } from "@/lib/db/schema-engine";
import { MigrationPg } from "@/lib/db/migration-adapter";

const LOCK = 505_420_001;
const filters = { externalTables: [], externalEnums: [] };

/** Where prisma/ lies, and the owner's address. */
interface Place {
  root: string;
  url: string;
}

/**
 * Applies the migrations that the database lacks, under an advisory lock: of several instances starting at once,
 * one applies and the others find nothing to do. Returns the names applied, in order.
 * Throws one line when a migration fails; it was one transaction, so nothing of it is kept, and it runs again
 * once repaired.
 */
export async function applyMigrations(place: Place): Promise<string[]> {
  const gate = new pg.Client({ connectionString: place.url, options: "-c TimeZone=UTC" });
  await gate.connect();
  try {
    await gate.query("set lock_timeout = '2min'");
    await gate.query("select pg_advisory_lock($1)", [LOCK]);
    if (await isCurrent(gate, place.root)) return [];
    return await withEngine(place, (engine) => apply(engine, place.root, gate));
  } finally {
    await gate.end();
  }
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

async function apply(engine: SchemaEngine, root: string, gate: pg.Client): Promise<string[]> {
  try {
    return (await engine.applyMigrations({ migrationsList: migrationsList(root), filters })).appliedMigrationNames;
  } catch (error) {
    const { rows } = await gate.query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is null and rolled_back_at is null",
    );
    const failed = rows[0]?.name;
    const reason = (error as Error).message.split("\n   0:")[0];
    if (!failed) throw new Error(`The migrations could not be applied: ${reason}`, { cause: error });
    await engine.markMigrationRolledBack({ migrationName: failed });
    throw new Error(`Migration ${failed} failed; nothing of it was kept. ${reason}`, { cause: error });
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
