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

/** The process that the cluster's postmaster.pid names, if it lives. It may be a stranger with an old number. */
export function postmasterOf(cluster: string): number | null {
  try {
    const pid = Number.parseInt(fs.readFileSync(path.join(cluster, "postmaster.pid"), "utf8"), 10);
    return pid > 0 && isAlive(pid) ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
