import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, expect, test } from "vitest";
import { joinEmbedded, startEmbedded, type Embedded } from "@/lib/db/embedded";
import { readSaved } from "@/lib/db/embedded/cluster";
import { postmasterOf } from "@/lib/db/embedded/processes";
import { query } from "@/lib/testing/query";

const home = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-embedded-"));
fs.chmodSync(home, 0o711);
const running: Embedded[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});
afterAll(() => {
  fs.rmSync(home, { recursive: true });
});

async function start(dataDir: string): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, settings: { fsync: "off" } });
  running.push(server);
  return server;
}
async function stop(server: Embedded): Promise<void> {
  running.splice(running.indexOf(server), 1);
  await server.stop();
}
const folder = (name: string) => path.join(home, name);
const SITE = folder("site");
const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);

test("it keeps its data from start to start, and its secrets to itself", async () => {
  const first = await start(SITE);
  await query(first.url, "create table if not exists kept as select 1 as n");
  await stop(first);
  expect(postmasterOf(folder("site/pg"))).toBeNull();
  const second = await start(SITE);
  expect(await query(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  expect([modeOf(SITE), modeOf(folder("site/pg")), modeOf(folder("site/pg.json"))]).toEqual(["711", "700", "600"]);
});

test("a folder that one instance holds is refused to the next, which says by which process; a command may join", async () => {
  const { url } = await start(SITE);
  await expect(startEmbedded({ dataDir: SITE })).rejects.toThrow(
    `The data folder ${SITE} is in use by another instance (process ${process.pid})`,
  );
  expect(await joinEmbedded(SITE)).toBe(url);
  expect(await query(url, "select 1 as n"), "the first goes on").toEqual([{ n: 1 }]);
});

test("a folder that nobody holds is not joined", async () => {
  expect(await joinEmbedded(folder("nobody"))).toBeNull();
});

test("of two first starts on one folder one gets it, and the other is refused", async () => {
  const both = await Promise.allSettled([start(folder("raced")), start(folder("raced"))]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(fs.readdirSync(folder("raced")).sort(), "nothing half made is left").toEqual(["pg", "pg.json", "pg.log"]);
});

test("what an instance killed without warning left running is taken over, with everything it had committed", async () => {
  const killed = await startElsewhere(SITE);
  await query(killed.url, "insert into kept values (2)");
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");
  const orphan = postmasterOf(folder("site/pg"));
  expect(orphan).not.toBeNull();
  const { url } = await start(SITE);
  expect(await query(url, "select n from kept")).toEqual([{ n: 1 }, { n: 2 }]);
  expect(postmasterOf(folder("site/pg"))?.pid).not.toBe(orphan?.pid);
});

test("when PostgreSQL is killed it is started again, and the folder stays held", async () => {
  const dataDir = SITE;
  const { url } = await start(dataDir);
  const before = postmasterOf(path.join(dataDir, "pg"));
  process.kill(before?.pid ?? 0, "SIGKILL");
  await expect.poll(() => query(url, "select 1 as n").catch(() => null), { timeout: 15_000 }).toEqual([{ n: 1 }]);
  await expect.poll(() => joinEmbedded(dataDir), { timeout: 15_000 }).toBe(url);
});

test("when a stranger has its port it moves to another, and keeps it", async () => {
  const dataDir = SITE;
  const first = await start(dataDir);
  await stop(first);
  const stranger = net.createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
  await once(stranger, "listening");
  const second = await start(dataDir);
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  expect(readSaved(dataDir)?.port).toBe(Number(new URL(second.url).port));
  stranger.close();
});

/** Starts it in a process of its own, as an instance is. */
async function startElsewhere(dataDir: string) {
  const file = path.join(import.meta.dirname, `../../build/${path.basename(home)}.mjs`);
  const contents = `import { startEmbedded } from "@/lib/db/embedded";
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(url);
    setInterval(() => {}, 1000);`;
  const stdin = { contents, resolveDir: process.cwd() };
  await build({ stdin, outfile: file, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "silent" });
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = (await once(child.stdout, "data")) as [Buffer];
  fs.rmSync(file);
  return { process: child, url: url.toString().trim() };
}
