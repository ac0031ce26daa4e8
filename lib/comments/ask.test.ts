import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { askService } from "@/lib/comments/ask";
import { learnFrom } from "@/lib/comments/learn";
import { approveComment } from "@/lib/comments/moderate";
import { reportVerdict } from "@/lib/comments/report";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { makePost, makeUser } from "@/lib/testing/make";

/** A service of our own, on loopback: what it was asked, and what it answers. */
const service = { asked: [] as { path: string; fields: Record<string, string> }[], answer: "false", status: 200, isSlow: false };
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    service.asked.push({ path: request.url ?? "", fields: Object.fromEntries(new URLSearchParams(body)) });
    if (!service.isSlow) response.writeHead(service.status).end(service.answer);
  });
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(async () => {
  Object.assign(service, { asked: [], answer: "false", status: 200, isSlow: false });
  await privateDb.setting.deleteMany();
});

let senders = 0;
async function send(moderation = "publish"): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const settings = { moderation, akismetUrl: `http://127.0.0.1:${port}/`, akismetKey: "key" };
  await privateDb.setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) });
  const { id: postId, slug } = await makePost({ status: "published", lang: "de", slug: `asked-${senders}` });
  expect(slug).toBe(`asked-${senders}`);
  const sender = { ip: `192.0.2.${senders++}`, agent: "Mozilla/5.0" };
  const typed = { postId, name: "Ada", email: "ada@example.org", website: "https://ada.example", body: "Danke für alles!" };
  const result = await submitComment(sender, typed);
  if (!result.ok) throw new Error(result.error);
  return result.commentId;
}
const stored = (id: string) =>
  privateDb.comment.findUniqueOrThrow({
    where: { id },
    select: { status: true, score: true, checks: { select: { rule: true, score: true } } },
  });
const jobsOf = (name: string, id: string) =>
  privateDb.$queryRaw<{ data: unknown }[]>`select data from pgboss.job where name = ${name} and data->>'commentId' = ${id}`;

test("a reply waits until the service has answered; then the site's rules decide", async () => {
  const id = await send();
  expect(await stored(id)).toMatchObject({ status: "pending", checks: [] });
  expect(await jobsOf("comment.ask", id)).toHaveLength(1);
  await askService({ commentId: id });
  expect(await stored(id)).toMatchObject({ status: "approved", score: -2, checks: [{ rule: "service", score: -2 }] });
  await askService({ commentId: id });
  expect(service.asked, "asked once").toHaveLength(1);
});

test("it is told what readers would see, the network's first part, and never the e-mail address", async () => {
  const id = await send();
  await askService({ commentId: id });
  const [{ path, fields } = { path: "", fields: {} }] = service.asked;
  expect(path).toBe("/1.1/comment-check");
  expect(fields).toMatchObject({
    api_key: "key",
    blog: "http://localhost:3000",
    blog_lang: "de",
    user_ip: "192.0.2.0",
    user_agent: "Mozilla/5.0",
    comment_type: "comment",
    comment_author: "Ada",
    comment_author_url: "https://ada.example",
    comment_content: "Danke für alles!",
  });
  expect(fields.permalink).toMatch(/^http:\/\/localhost:3000\/asked-/);
  expect(JSON.stringify(service.asked)).not.toContain("ada@example.org");
});

test("what it calls spam waits for a person, with that said; by default so does everything", async () => {
  service.answer = "true";
  const id = await send();
  await askService({ commentId: id });
  expect(await stored(id)).toMatchObject({ status: "pending", score: 10 });
  await privateDb.setting.deleteMany();
  service.answer = "false";
  const other = await send("hold");
  await askService({ commentId: other });
  expect(await stored(other)).toMatchObject({ status: "pending", score: -2 });
});

test.each([
  ["fails", { status: 500 }],
  ["answers nonsense", { answer: "invalid" }],
  ["is slow", { isSlow: true }],
])("a service that %s loses no reply: it waits, that is said once, and its answer later still counts", async (_, failure) => {
  Object.assign(service, failure);
  const id = await send();
  for (let attempt = 0; attempt < ("isSlow" in failure ? 1 : 2); attempt++) await expect(askService({ commentId: id })).rejects.toThrow();
  expect(await stored(id)).toMatchObject({ status: "pending", checks: [{ rule: "serviceFailed", score: 0 }] });
  Object.assign(service, { answer: "false", status: 200, isSlow: false });
  await askService({ commentId: id });
  expect(await stored(id)).toMatchObject({ status: "approved", checks: [{ rule: "service", score: -2 }] });
});

test("it hears of a moderator who judged otherwise", async () => {
  service.answer = "true";
  const id = await send();
  await askService({ commentId: id });
  await approveComment(await makeUser({ role: "moderator" }), { id });
  await learnFrom({ commentId: id });
  expect(await jobsOf("comment.report", id)).toEqual([{ data: { commentId: id, isSpam: false } }]);
  await reportVerdict({ commentId: id, isSpam: false });
  expect(service.asked.at(-1)).toMatchObject({ path: "/1.1/submit-ham", fields: { comment_content: "Danke für alles!" } });
});

test("without a service nothing is asked", async () => {
  const id = await send();
  await privateDb.setting.deleteMany();
  await askService({ commentId: id });
  expect(service.asked).toEqual([]);
});
