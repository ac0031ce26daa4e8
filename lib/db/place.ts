import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { FALLBACK_HOME } from "@/lib/db/embedded/binaries";
import { databaseUser, mayReach } from "@/lib/db/embedded/user";
import { Failure } from "@/lib/failure";

/** An embedded database takes some 60 MB when it is new, and must be able to write its log. */
const NEEDED_BYTES = 120_000_000;

/**
 * The data folder that is really used: the one asked for, or, where the embedded database's user cannot reach that
 * one (we are root, and it lies below a folder like /root), one below /var/lib. Made when missing (0711: the
 * database's user passes through it). Takes an absolute path. Throws a Failure when it cannot be made or written,
 * or when there is no room; it looks before anything is written.
 */
export function makeDataDir(wished: string, isEmbedded: boolean): string {
  if (fs.existsSync(wished) && !fs.statSync(wished).isDirectory()) {
    throw new Failure(`The data folder ${wished} cannot be used (it is a file): set DATA_DIR to another one.`);
  }
  const folder = isEmbedded && !mayReach(wished, databaseUser()) ? fallbackFor(wished) : wished;
  try {
    const made = fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
    if (made) openUpTo(folder, made);
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    throw new Failure(`The data folder ${folder} cannot be used (${(cause as Error).message}): set DATA_DIR to another one.`, { cause });
  }
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = bavail * bsize;
  if (free < NEEDED_BYTES) {
    throw new Failure(`There is no room: ${folder} has ${megabytes(free)} MB free and needs ${megabytes(NEEDED_BYTES)}.`);
  }
  return folder;
}

/** The site's secret of a data folder, made at random the first time (0600). */
export function keepSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    fs.linkSync(mine, file);
  } catch (error) {
    // Another start made it first: its is the site's.
    if (!fs.existsSync(file)) throw error;
  } finally {
    fs.rmSync(mine);
  }
  return fs.readFileSync(file, "utf8").trim();
}

function fallbackFor(wished: string): string {
  return path.join(FALLBACK_HOME, `data-${createHash("sha256").update(wished).digest("hex").slice(0, 12)}`);
}

/** Whatever the umask: every folder that was just made lets the database's user through. */
function openUpTo(folder: string, first: string): void {
  for (let at = folder; at.length >= first.length; at = path.dirname(at)) fs.chmodSync(at, 0o711);
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
