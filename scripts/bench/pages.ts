import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { CommandContext } from "../start/context";
import { answersPerSecond, LOADER, type Load } from "./load";
import { startServers, stopServer, type Measured } from "./servers";
import { openDatabase } from "@/lib/db/open";
import { ownerUrl, siteSecret } from "@/lib/config";

const ARTICLE = "prisma/content/besuch-in-pjoengjang.txt";
const WARM_UP: Load = { connections: 32, seconds: 2 };
const ROUND: Load = { connections: 32, seconds: 5 };
const ROUNDS = 4;
const GOAL = 0.7;

/**
 * Measures how many article pages a second our server sends, beside `next start` on the same page and a bare
 * node:http server sending the same bytes (DESIGN.md §5: at least 0.7 of it). Round by round in turn, so that a busy
 * machine is busy for all; on a database of its own, with a real article in it.
 */
export async function benchPages({ root, step, build }: CommandContext): Promise<void> {
  await build("islands", "fonts", "pages");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-bench-"));
  // Before anything reads the settings: the user's own site and data are left alone.
  Object.assign(process.env, { DATA_DIR: path.join(folder, "data"), DATABASE_URL: "" });
  const database = await step("Opening a database of its own", () => openDatabase({ root }));
  let servers: Measured[] = [];
  try {
    const page = await step("Bringing an article in", () => articlePath(root));
    const env = { ...process.env, DATABASE_URL: ownerUrl(), SITE_SECRET: siteSecret(), NODE_ENV: "production" as const };
    servers = await step("Starting three servers", () => startServers({ root, folder, env }, page));
    for (const encoding of ["identity", "br"]) await measure(root, servers, encoding);
  } finally {
    await Promise.all(servers.map(stopServer));
    await database.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Brings the article into the database that is open. Returns its path. */
export async function articlePath(root: string): Promise<string> {
  // Loaded late: they open the database that was just found.
  const [{ readSource }, { importPost }] = await Promise.all([import("@/lib/posts/import-source"), import("@/lib/posts/import")]);
  const source = await readSource(path.join(root, ARTICLE));
  if ("problem" in source) throw new Error(`${ARTICLE} ${source.problem}`);
  const imported = await importPost(source, { publish: true });
  if (!imported.ok) throw new Error(`${ARTICLE} was refused: ${imported.error}`);
  return `/${imported.slug}`;
}

async function measure(root: string, servers: Measured[], encoding: string): Promise<void> {
  const found = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
  for (const { url } of servers) await answersPerSecond(root, url, encoding, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, url } of servers) found.get(name)?.push(await answersPerSecond(root, url, encoding, ROUND));
  }
  print(found, encoding);
}

function print(found: Map<string, number[]>, encoding: string): void {
  const bare = median(found.get("bare node:http") ?? []);
  console.log(
    `\n  npm run bench:pages · accept-encoding: ${encoding} · ${LOADER}, ${ROUND.connections} connections, median of ${ROUNDS} × ${ROUND.seconds} s\n`,
  );
  for (const [name, speeds] of found) {
    const speed = median(speeds);
    const note = name === "our server" ? (speed / bare >= GOAL ? `  at least ${GOAL}: yes` : `  at least ${GOAL}: NO`) : "";
    console.log(
      `  ${name.padEnd(16)}${Math.round(speed).toLocaleString("en").padStart(8)} /s  ${(speed / bare).toFixed(2)} of bare${note}`,
    );
  }
}

/** The middle one of some figures. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
