import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { provide } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { indexNowKey } from "@/lib/index-now/key";
import { isPublicSite } from "@/lib/index-now/public-site";
import { tellChanges } from "@/lib/index-now/tell-changes";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import { updatePost } from "@/lib/posts/update";
import { withdrawPost } from "@/lib/posts/withdraw";
import { saveSettings } from "@/lib/settings/save";
import { makePost, makeUser } from "@/lib/testing/make";

interface Told {
  host: string;
  key: string;
  keyLocation: string;
  urlList: string[];
}

/** What the service heard, and how it answers. */
let told: Told[] = [];
let answer = 200;
let service: Server;

beforeAll(async () => {
  service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      told.push(JSON.parse(Buffer.concat(parts).toString()) as Told);
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((listening) => service.listen(0, "127.0.0.1", listening));
});
afterAll(() => new Promise((closed) => service.close(closed)));

beforeEach(async () => {
  told = [];
  answer = 200;
  vi.stubEnv("INDEXNOW_URL", `http://127.0.0.1:${(service.address() as AddressInfo).port}/indexnow`);
  site("https://news.example.org");
  await privateDb.indexNowAddress.deleteMany();
  await set("yes");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  provide({});
  await privateDb.setting.deleteMany({ where: { key: "indexNow" } });
});

/** Says where the site stands. */
function site(url: string) {
  vi.stubEnv("SITE_URL", url);
  provide({});
}

async function set(indexNow: string) {
  expect(await saveSettings(await makeUser({ role: "administrator" }), "searchEngines", { indexNow })).toEqual({ ok: true });
}

test("posts that appear, move, and go are told together, once, with the key under which the site is known", async () => {
  const editor = await makeUser();
  const [one, two] = [await makePost(), await makePost()];
  for (const { id } of [one, two]) await publishPost(editor, { id });
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "New." }] }] };
  const saved = await savePost(editor, { id: one.id, version: 1, title: "New", slug: `moved-${one.slug}`, lang: "en", body });
  await updatePost(editor, { id: one.id, version: saved.ok ? saved.version : 0, showAsUpdated: false });
  await withdrawPost(editor, { id: two.id });
  await tellChanges();
  const key = indexNowKey();
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  const urlList = [`moved-${one.slug}`, one.slug, two.slug].sort().map((slug) => `https://news.example.org/${slug}`);
  expect(told).toEqual([{ host: "news.example.org", key, keyLocation: `https://news.example.org/${key}.txt`, urlList }]);
  await tellChanges();
  expect(told).toHaveLength(1);
});

test("a service that fails is asked again with the same addresses; what it refuses for good is not", async () => {
  const post = await makePost();
  await publishPost(await makeUser(), { id: post.id });
  for (answer of [503, 429, 403]) await expect(tellChanges()).rejects.toThrow(String(answer));
  answer = 202;
  await tellChanges();
  expect(told.map(({ urlList }) => urlList)).toEqual(Array(4).fill([`https://news.example.org/${post.slug}`]));
  await withdrawPost(await makeUser(), { id: post.id });
  answer = 422;
  await tellChanges();
  await tellChanges();
  expect(told).toHaveLength(5);
});

test("by default, from a private address, and once it is switched off, nothing is told or noted", async () => {
  const editor = await makeUser();
  const noted = () => privateDb.indexNowAddress.count();
  await privateDb.setting.deleteMany({ where: { key: "indexNow" } });
  await publishPost(editor, { id: (await makePost()).id });
  await set("yes");
  site("http://localhost:3000");
  await publishPost(editor, { id: (await makePost()).id });
  expect(await noted()).toBe(0);
  site("https://news.example.org");
  await publishPost(editor, { id: (await makePost()).id });
  await set("no");
  await tellChanges();
  expect([told, await noted()]).toEqual([[], 0]);
});

test.each([
  ["https://news.example.org", true],
  ["https://example.de:8443", true],
  ["http://localhost:3000", false],
  ["http://127.0.0.1", false],
  ["http://[::1]:3000", false],
  ["https://192.0.2.7", false],
  ["https://newsroom", false],
  ["https://news.internal", false],
  ["https://site.test", false],
])("%s is public: %s", (url, expected) => expect(isPublicSite(url)).toBe(expected));
