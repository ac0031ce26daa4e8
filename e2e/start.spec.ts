import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { templateUrl } from "@/e2e/environment";
import { freePort, isGroupAlive, killAll, run, type Running } from "@/e2e/command";
import { postmasterOf } from "@/lib/db/embedded/processes";
import { query } from "@/lib/testing/query";
import { databaseUrl } from "@/lib/testing/clone";

// In order and in one worker: each start takes both cores, and most go on with the data of the first.
test.describe.configure({ mode: "default", timeout: 240_000 });

const home = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-start-"));
fs.chmodSync(home, 0o711);
const DATA_DIR = path.join(home, "data");
const READY = /Ctrl-C stops it/;

test.afterAll(() => {
  killAll();
  // What a test that failed left behind: PostgreSQL leads a group of its own.
  for (const folder of [DATA_DIR, path.join(home, "refused")]) {
    const left = postmasterOf(path.join(folder, "pg"));
    if (left) process.kill(left.pid, "SIGQUIT");
  }
  fs.rmSync(home, { recursive: true, force: true });
});

interface Started extends Running {
  url: string;
}

async function start(settings: Record<string, string> = {}, program = ["node", "scripts/start.mjs"]): Promise<Started> {
  const PORT = await freePort();
  const [name = "", ...args] = program;
  const running = run(name, args, { PORT, DATA_DIR, ...settings });
  await running.until(READY);
  return { ...running, url: `http://localhost:${PORT}` };
}

/** Stops it as `kill` does, and waits until nothing is left of it, PostgreSQL included. */
async function stop({ pid, ended }: Running, dataDir = DATA_DIR): Promise<number | null> {
  process.kill(-pid, "SIGTERM");
  const code = await ended;
  await nothingIsLeft(pid, dataDir);
  return code;
}

async function nothingIsLeft(pid: number, dataDir = DATA_DIR): Promise<void> {
  await expect.poll(() => isGroupAlive(pid), "a process of the group is left").toBe(false);
  expect(postmasterOf(path.join(dataDir, "pg")), "PostgreSQL is left").toBeNull();
}

/** Runs a start that must not come up, and returns what it said, without the lines of progress. */
async function refusedStart(settings: Record<string, string>): Promise<string> {
  const running = run("node", ["scripts/start.mjs"], { PORT: await freePort(), DATA_DIR: path.join(home, "refused"), ...settings });
  expect(await running.ended, "the exit code").toBe(1);
  return running
    .printed()
    .split("\n")
    .filter((line) => line && !/^ {2}[…✓✗]/.test(line))
    .join("\n");
}

async function firstPost(url: string): Promise<{ slug: string; postId: string }> {
  const front = await (await fetch(url)).text();
  const slug = /<h2[^>]*>\s*<a[^>]* href="\/([a-z0-9-]+)"/.exec(front)?.[1] ?? "";
  const page = await (await fetch(`${url}/${slug}`)).text();
  return { slug, postId: /name="postId" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

function replyTo(postId: string, body: string): URLSearchParams {
  return new URLSearchParams({ postId, name: "Ada", email: "ada@example.org", body });
}

test("the first start fills the site, and tells the administrator's password once", async () => {
  const first = await start({}, ["npm", "start"]);
  expect(first.printed()).toMatch(/✓ Opening the database, \d+\.\d s/);
  expect(first.printed()).toMatch(new RegExp(`The site +${first.url}\\n +The newsroom +${first.url}/admin\\n`));
  const password = /Password +(\S+)/.exec(first.printed())?.[1] ?? "";
  expect(password.length).toBeGreaterThan(15);
  expect((await fetch(first.url)).status).toBe(200);
  expect((await firstPost(first.url)).postId, "a post of the demo newsroom, with its form").not.toBe("");
  expect(fs.statSync(path.join(DATA_DIR, "secret")).mode & 0o777).toBe(0o600);
  await stop(first);
  const began = Date.now();
  const second = await start();
  test.info().annotations.push({ type: "second start", description: `${(Date.now() - began) / 1000} s` });
  expect(second.printed()).not.toMatch(/Password/);
  expect(await stop(second)).toBe(0);
});

test("a folder in use and a port taken are told in a line each, and the running site goes on", async () => {
  const { url, ...running } = await start();
  const { port } = new URL(url);
  expect(await refusedStart({ DATA_DIR })).toMatch(/^The data folder \S+ is in use by another instance \(process \d+\): [^\n]+$/);
  expect(await refusedStart({ PORT: port })).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken [^\\n]+$`));
  expect(fs.existsSync(path.join(home, "refused")), "nothing is made for a start that is refused").toBe(false);
  expect((await fetch(url)).status).toBe(200);
  await stop(running);
});

test.describe("what cannot work is told in one line, and nothing is made", () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ["a wrong setting", { PORT: "80a" }, /^PORT is "80a", but must be a whole number from 1 to 65535\.$/],
    ["a host that is not ours", { HOST: "192.0.2.1" }, /^Nothing can listen on HOST 192\.0\.2\.1 [^\n]+$/],
    ["a folder that is a file", { DATA_DIR: path.resolve("package.json") }, /^The data folder \S+ cannot be used [^\n]+$/],
  ];
  for (const [what, settings, line] of cases) {
    test(what, async () => {
      expect(await refusedStart(settings)).toMatch(line);
      expect(fs.existsSync(path.join(home, "refused", "pg"))).toBe(false);
    });
  }
  test("a database that is not there", async () => {
    const DATABASE_URL = `postgres://someone:secret@127.0.0.1:${await freePort()}/paper`;
    expect(await refusedStart({ DATABASE_URL })).toMatch(
      /^The database "paper" at 127\.0\.0\.1:\d+ is not reachable: [^\n]*ECONNREFUSED[^\n]*$/,
    );
  });
});

for (const { what, program, send } of [
  { what: "SIGTERM to npm", program: ["npm", "start"], send: (pid: number) => process.kill(pid, "SIGTERM") },
  { what: "SIGTERM to node", program: ["node", "scripts/start.mjs"], send: (pid: number) => process.kill(pid, "SIGTERM") },
  { what: "Ctrl-C, which reaches the whole group", program: ["npm", "start"], send: (pid: number) => process.kill(-pid, "SIGINT") },
]) {
  test(`${what} lets a reply that is being sent finish, then stops everything`, async () => {
    const running = await start({}, program);
    const { postId } = await firstPost(running.url);
    const form = replyTo(postId, `Sent while it stopped: ${what}.`).toString();
    const socket = net.connect(Number(new URL(running.url).port), "127.0.0.1");
    const head = `POST /api/replies?post=${postId} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded`;
    socket.write(`${head}\r\nContent-Length: ${form.length}\r\nExpect: 100-continue\r\n\r\n`);
    // So the site says that it is at it.
    expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1\.1 100 /);
    socket.write(form.slice(0, 20));
    send(running.pid);
    await running.until(/Stopping/);
    socket.write(form.slice(20));
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 303 /);
    await running.ended;
    await nothingIsLeft(running.pid);
  });
}

test("an import while no site runs opens the database itself, and stops it with nothing to complain of", async () => {
  const file = path.join(home, "post.md");
  fs.writeFileSync(file, "# Brought in meanwhile\n\nNobody was there.\n\nThe site was not running.\n");
  const running = run("node", ["scripts/import.mjs", file, "--publish"], { DATA_DIR });
  expect(await running.ended, running.printed()).toBe(0);
  expect(running.printed()).toContain("brought in");
  expect(running.printed()).not.toContain("error");
  await nothingIsLeft(running.pid);
});

test("after kill -9 of everything, right after a reply was acknowledged, the reply is there", async () => {
  const killed = await start();
  const { postId } = await firstPost(killed.url);
  const body = `Written just before the lights went out, ${Date.now()}.`;
  const target = `${killed.url}/api/replies?post=${postId}`;
  const answer = await fetch(target, { method: "POST", body: replyTo(postId, body), redirect: "manual" });
  process.kill(-killed.pid, "SIGKILL");
  expect(answer.status).toBe(303);
  await killed.ended;
  const again = await start();
  const receipt = await fetch(new URL(answer.headers.get("location") ?? "", again.url));
  expect(await receipt.text()).toContain(body);
  expect(await stop(again)).toBe(0);
});

test("two instances that start at once on one database fill it once, and both serve", async () => {
  const name = `started_${Date.now()}`;
  await query(databaseUrl(templateUrl(), "postgres"), `create database ${name}`);
  const DATABASE_URL = databaseUrl(templateUrl(), name);
  const shared = { DATABASE_URL, DATA_DIR: path.join(home, "shared") };
  const both = await Promise.all([start(shared), start(shared)]);
  expect(both.filter(({ printed }) => /Password/.test(printed()))).toHaveLength(1);
  expect(await query(DATABASE_URL, "select migration_name from _prisma_migrations group by 1 having count(*) > 1")).toEqual([]);
  expect(await query(DATABASE_URL, "select title from post group by 1 having count(*) > 1")).toEqual([]);
  for (const { url } of both) expect((await fetch(url)).status).toBe(200);
  for (const running of both) await stop(running);
});
