import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `work` while no other start installs or builds in this clone. A lock whose process is gone is taken over; the signal ends the waiting. */
export async function oneAtATime(root, signal, work) {
  const lock = path.join(root, "build/lock");
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) await sleep(200, undefined, { signal });
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld(lock)) fs.rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock) {
  try {
    const holder = Number(fs.readFileSync(lock, "utf8"));
    // Between its creation and its writing a lock is empty: held.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
