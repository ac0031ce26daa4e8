import fs from "node:fs";
import path from "node:path";

/** Whether a process lives, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A running PostgreSQL, as its postmaster.pid tells of it. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * Who runs on a cluster by its postmaster.pid (its first line is the process, its fourth the port); null when that
 * process is gone. It may be a stranger that has the old number now.
 */
export function postmasterOf(cluster: string): Postmaster | null {
  try {
    const lines = fs.readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && isAlive(pid) ? { pid, port } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
