import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Failure } from "@/lib/failure";

/** Whom PostgreSQL runs as. */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

const NAME = "postgres";

/**
 * The user that PostgreSQL runs as when we are root, which it refuses to run as: `postgres`, made when missing.
 * Returns null when we are somebody ordinary, whom it then runs as. Throws a Failure where no user can be made.
 */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  if (!idOf("-u")) makeUser();
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Whether a user may reach a folder: every folder on the way, and itself, lets it in. Null is ourselves: yes. */
export function mayReach(folder: string, user: DatabaseUser | null): boolean {
  if (!user) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !letsIn(fs.statSync(at), user)) return false;
    if (at === path.dirname(at)) return true;
  }
}

function letsIn({ mode, uid, gid }: fs.Stats, user: DatabaseUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

function idOf(flag: "-u" | "-g"): number {
  return Number(spawnSync("id", [flag, NAME], { encoding: "utf8" }).stdout);
}

function makeUser(): void {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME], { stdio: "pipe" });
  } catch (cause) {
    throw new Failure(`PostgreSQL refuses to run as root, and the user "${NAME}" could not be made: start the site as an ordinary user.`, {
      cause,
    });
  }
}
