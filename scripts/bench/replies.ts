import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { CommandContext } from "../start/context";
import { articlePath } from "./pages";
import { measureAccepted, measureCost, measureShow } from "./replies-figures";
import { connect, fill, firstPost, makeSecond } from "./replies-ground";
import { startServer, stopServer } from "./servers";
import { ownerUrl, siteSecret } from "@/lib/config";
import { openDatabase } from "@/lib/db/open";

const CLIENTS = [8, 64];
const SHOWN = [50, 5_000, 100_000];
const STORED = 1_000_000;

/**
 * Measures replies against the production server: what one costs with a million stored beside an empty table, what it
 * costs to show an article with few and with many, and how many a second are accepted (none lost, none twice).
 * Two databases of its own, one empty and one full, are asked in turn, so that a busy machine is busy for both.
 */
export async function benchReplies({ root, step, build }: CommandContext): Promise<void> {
  await build("islands", "fonts", "pages");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-bench-"));
  // Before anything reads the settings: the user's own site and data are left alone.
  Object.assign(process.env, { DATA_DIR: path.join(folder, "data"), DATABASE_URL: "" });
  const database = await step("Opening a database of its own", () => openDatabase({ root }));
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  try {
    const page = await step("Bringing an article in", () => articlePath(root));
    const empty = await connect(ownerUrl());
    closing.push(() => empty.owner.end());
    const full = await step("Making a second database", () => makeSecond(root, empty));
    closing.push(() => full.owner.end());
    const { shown, rest } = await step(`Storing ${STORED.toLocaleString("en")} replies`, () => fill(full, page.slice(1), SHOWN, STORED));
    const start = async (name: string, url: string) => {
      const env = { ...process.env, DATABASE_URL: url, SITE_SECRET: siteSecret(), NODE_ENV: "production" as const, TRUSTED_PROXIES: "1" };
      const server = await startServer({ root, folder, env }, name, page, () => ["build/serve.mjs"]);
      closing.push(() => stopServer(server));
      return new URL(server.url).origin;
    };
    const [onEmpty, onFull] = [
      await step("Starting a server on the empty one", () => start("empty", empty.url)),
      await step("Starting a server on the full one", () => start("full", full.url)),
    ];
    console.log(`\n  npm run bench:replies · ${os.cpus().length} processors\n`);
    const emptyPost = await firstPost(empty);
    await measureCost({ origin: onEmpty, postId: emptyPost }, { origin: onFull, postId: rest, stored: STORED });
    await measureShow(onFull, shown);
    for (const clients of CLIENTS) await measureAccepted(empty, { origin: onEmpty, postId: emptyPost, clients });
  } finally {
    for (const close of closing.reverse()) await close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
