import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** How hard is asked: keep-alive connections, for so many seconds. */
export interface Load {
  connections: number;
  seconds: number;
}

/** The program that asks: wrk where it is installed, else our own in Node, which takes more of the same processors. */
export const LOADER = spawnSync("wrk", ["-v"]).error ? "scripts/bench/load.mjs" : "wrk";

/** Asks an address for a while. Takes the clone's folder, the address, an Accept-Encoding and the load. Returns answers a second. */
export async function answersPerSecond(root: string, url: string, encoding: string, { connections, seconds }: Load): Promise<number> {
  if (LOADER !== "wrk") {
    const { stdout } = await run(process.execPath, [path.join(root, LOADER), url, String(connections), String(seconds), encoding]);
    return Number(stdout);
  }
  const { stdout } = await run("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-H", `accept-encoding: ${encoding}`, url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} answered with something else than 200.\n${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

const run = promisify(execFile);
