import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { CommandContext } from "../start/context";
import { median } from "./pages";
import { ownerUrl } from "@/lib/config";
import { openDatabase } from "@/lib/db/open";

const ROUNDS = 20;
const NAME_CHARS = 58;

interface Reads<Filled> {
  /** The benchmark's name, as `npm run bench:NAME` takes it. */
  name: string;
  /** How many posts `fill` stores, or comments (then the filled database of each number is kept beside the others). */
  posts?: number;
  comments?: number;
  fill: (owner: pg.Client) => Promise<Filled>;
  measure: (filled: Filled) => Promise<void>;
}

/**
 * Measures reads on a database of its own, which is filled first; the user's own site and data are left alone. In the folder
 * that BENCH_DATA names it is kept, and found filled by the next time: to fill it takes far longer than to measure.
 */
export async function benchReads<Filled>(
  { root, step }: CommandContext,
  { name, posts, comments, fill, measure }: Reads<Filled>,
): Promise<void> {
  const stored = `${(comments ?? posts ?? 0).toLocaleString("en")} ${comments ? "comments" : "posts"}`;
  const kept = process.env["BENCH_DATA"] && path.resolve(process.env["BENCH_DATA"], name, comments ? String(comments) : "");
  const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-bench-"));
  // Before anything reads the settings.
  Object.assign(process.env, { DATA_DIR: path.join(folder, "data"), DATABASE_URL: "" });
  const database = await step("Opening a database of its own", () => openDatabase({ root }));
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  const { closeShared } = await import("@/lib/server/closing");
  try {
    const note = path.join(folder, "filled.json");
    if (!fs.existsSync(note)) {
      const made = await step(`Storing ${stored}`, () => fill(owner));
      fs.writeFileSync(note, JSON.stringify(made));
    }
    const filled = JSON.parse(fs.readFileSync(note, "utf8")) as Filled;
    console.log(
      `\n  npm run bench:${name} · ${stored} · ${os.cpus().length} processors · the first time, half of ${ROUNDS} times, 95 of 100\n`,
    );
    await measure(filled);
  } finally {
    await owner.end();
    await closeShared();
    await database.close();
    if (!kept) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Prints how long a read takes: the first time, when its pages may have to be fetched, half of the other times at most, 19 of
 * 20 times at most, and whether half of them are within `quickMs`. Returns what it read last.
 */
export async function timeRead<T>(name: string, quickMs: number, work: () => Promise<T>): Promise<T> {
  const times: number[] = [];
  let found: T | undefined;
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now();
    found = await work();
    times.push(performance.now() - started);
  }
  const [first = NaN, ...others] = times;
  const ms = median(others);
  const p95 = others.sort((a, b) => a - b)[Math.ceil(others.length * 0.95) - 1] ?? NaN;
  const figures = [first, ms, p95].map((each) => each.toFixed(1).padStart(7)).join("");
  console.log(`  ${name.padEnd(NAME_CHARS)}${figures} ms  within ${quickMs} ms: ${ms <= quickMs ? "yes" : "NO"}`);
  if (found === undefined) throw new Error(`${name} read nothing.`);
  return found;
}
