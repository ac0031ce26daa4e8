import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { canary, findings } from "@/e2e/canaries";
import { crawl, JSON_ANSWER } from "@/e2e/crawl";
import { expect, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { ask, urlencoded, type RawAnswer } from "@/e2e/raw";
import type { Site } from "@/e2e/site";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { endKey } from "@/lib/comments/mail/key";
import { commentOfReceipt, receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { newReportKey } from "@/lib/reports/own";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

/**
 * Asks a site by forms, each from an address of its own, and keeps every byte that comes back, but for the form that
 * hands its sender what they typed: the address in its field, and in the data that wakes it.
 */
function listener(site: Site) {
  const heard: string[] = [];
  let senders = 0;
  const send = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const form = urlencoded(fields);
    const from = { "x-forwarded-for": `2001:db8:1ea:${(++senders).toString(16)}::1` };
    const answer = await ask(site.url, { path, ...form, headers: { ...form.headers, ...from, ...headers } });
    const given = [`value="${fields.email ?? ""}"`, `"email":"${fields.email ?? ""}"`];
    heard.push(
      JSON.stringify(answer.headers),
      given.reduce((text, own) => text.replaceAll(own, ""), answer.body.toString()),
    );
    return answer;
  };
  return { heard, send };
}

/** What an open page hears of new replies, for as long as `meanwhile` takes and a little longer. */
async function eventsDuring(site: Site, post: string, meanwhile: () => Promise<unknown>): Promise<string> {
  let told = "";
  const stream = http.get(`${site.url}/api/replies/events?post=${post}&since=0`, (answer) => {
    told += JSON.stringify(answer.headers);
    answer.on("data", (chunk: Buffer) => (told += chunk.toString())).on("error", () => undefined);
  });
  stream.on("error", () => undefined);
  await meanwhile();
  await expect.poll(() => told, { timeout: 10_000 }).toContain("data:");
  stream.destroy();
  return told;
}

test("an address that somebody typed is found in no public byte, no mail to others and no log line", async ({
  site,
  publishedPost,
  signedInAs,
}) => {
  const [author, reader, answered, stranger, setting, reporter] = ["author", "reader", "answered", "stranger", "set", "reporter"].map(
    canary,
  );
  if (!author || !reader || !answered || !stranger || !setting || !reporter) throw new Error("no canaries");
  await unpublishAll();
  const { id: userId } = await makeUser({ email: author.toLowerCase(), name: "Ada Lovelace" });
  await privateDb.setting.create({ data: { key: `canary-${Date.now()}`, value: setting } });
  const post = await publishedPost({ authors: { create: { userId, position: 0 } } });
  await makePost({ status: "published", related: { create: { relatedId: post.id, position: 0 } } });
  await makeComment({ postId: post.id, status: "approved" });
  // Moderators are mailed at most once in five minutes: let the next reply be one that is told of.
  const { page, actor } = await signedInAs("moderator");
  await emptyTheQueue();
  await privateDb.$executeRaw`delete from pgboss.job where name = 'mail.commentReceived'`;

  const { heard, send } = listener(site);
  const reply = `/api/replies?post=${post.id}`;
  const typed = { postId: post.id, name: "Grace", body: "Thank you.", email: reader };
  const first = await send(reply, { ...typed, key: "one" }, JSON_ANSWER);
  expect(first.status).toBe(201);
  expect((await send(reply, { ...typed, key: "two" }, JSON_ANSWER)).status, "twice").toBe(409);
  const sent = await send(reply, { ...typed, email: answered, body: "Me too." });
  expect(sent.status).toBe(303);
  await send(`/api/replies/preview?post=${post.id}`, { ...typed, email: stranger });
  await send(`/api/replies/preview?post=${post.id}`, { ...typed, email: stranger }, JSON_ANSWER);
  await send("/api/auth/sign-in", { email: stranger, password: "wrong" }, JSON_ANSWER);
  await send("/api/auth/forgot-password", { email: author }, JSON_ANSWER);
  await send("/api/receipts/find", { email: stranger });
  await send("/api/receipts/find", { email: reader }, JSON_ANSWER);

  // Both receipts, and everything that their authors can do there; one is public, decided as a moderator decides it.
  const receipts = [receiptIn(first), new URL(String(sent.headers.location), site.url).pathname];
  for (const receipt of receipts) {
    await send(`/api${receipt}/subscribe`, { published: "on", answered: "on" });
    await send(`/api${receipt}/mail-link`, {}, JSON_ANSWER);
    await send(`/api${receipt}/mail-all`, {});
    await send(`/api${receipt}/edit`, { body: "" });
    await send(`/api${receipt}/edit`, { body: " ", email: stranger }, JSON_ANSWER);
  }
  await page.goto("/admin/comments?status=pending");
  const row = page.locator("tr, li, article", { hasText: "Me too." }).filter({ has: page.getByRole("button", { name: "Approve" }) });
  heard.push(
    await eventsDuring(site, post.id, async () => {
      await row.getByRole("button", { name: "Approve", exact: true }).first().click();
      await expect.poll(async () => (await ask(site.url, { path: `/${post.slug}` })).body.toString()).toContain("Me too.");
    }),
  );
  heard.push(await page.content());

  // Somebody reports it, and a moderator sees that.
  const key = newReportKey(commentOfReceipt(receipts[1]?.slice("/receipts/".length) ?? "") ?? "");
  const notice = { key, reason: "illegal", explanation: "Why.", name: "Linus", email: reporter };
  await send("/api/reports", notice);
  await send("/api/reports", notice, JSON_ANSWER);
  const reported = await send("/api/reports", { ...notice, goodFaith: "yes" });
  expect(reported.status).toBe(303);
  await page.goto("/admin/comments/reported");
  await expect(page.getByRole("main")).toContainText("by Linus");
  heard.push(await page.content());

  const seeds = ["/", `/${post.slug}`, `/${post.slug}?replyto=x`, "/robots.txt", "/sitemap.xml", "/nothing-here", "/%00", reply];
  const own = receipts.flatMap((receipt) => [receipt, `/api${receipt}/data`, `${receipt}/edit`, `${receipt}/withdraw`]);
  const others = [
    new URL(String(reported.headers.location), site.url).pathname,
    "/report/x",
    "/receipts/report/x",
    "/receipts",
    "/receipts/x",
    "/receipts/unsubscribe/x",
    "/receipts/no-mail/x",
    "/receipts/confirm/x",
    "/receipts/address/x",
    "/admin",
    "/admin/sign-in",
  ];
  const none = ["/healthz", "/readyz", "/search?q=kanarie", "/api/nothing", "/feed.xml", "/feed", `/api/replies/events?post=x`];
  const seen = await crawl(site.url, [...seeds, ...own, ...others, ...none]);
  expect(seen.size, "addresses crawled").toBeGreaterThan(40);
  expect([...seen.keys()].filter((asked) => asked.startsWith("/islands/")).length, "scripts and their source maps").toBeGreaterThan(2);
  heard.push(...seen.values(), site.log());
  expect(findings([author, reader, answered, stranger, setting, reporter], heard)).toEqual([]);

  const mails = await mailsOf(site, [`comment.${commentOfReceipt(receipts[0]?.slice("/receipts/".length) ?? "") ?? ""}.${actor.id}.eml`]);
  for (const [to, text] of mails) {
    const others = [author, reader, answered, stranger, reporter].filter((email) => email.toLowerCase() !== to.toLowerCase());
    expect(findings(others, [text]), `in a mail to ${to}`).toEqual([]);
  }
});

/** Takes off the site what earlier tests published on it: the crawl shall end. */
async function unpublishAll(): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.post.updateMany({ where: { status: "published" }, data: { status: "unpublished" } });
    await markChanged(tx, tags.settings());
  });
}

/** The receipt's path in the JSON answer to a reply. */
function receiptIn({ body }: RawAnswer): string {
  return /"receipt":"([^"]+)"/.exec(body.toString())?.[1] ?? "";
}

/** Every mail that the site wrote, with whom it goes to, once the named ones are there. */
async function mailsOf(site: Site, awaited: string[]): Promise<[to: string, text: string][]> {
  const folder = path.join(site.dataDir, "mail");
  const names = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  await expect.poll(names, { timeout: 20_000 }).toEqual(expect.arrayContaining(awaited));
  return names().map((name) => {
    const text = fs.readFileSync(path.join(folder, name), "utf8");
    return [/^To: .*?([^\s<>]+@[^\s<>]+)/m.exec(text)?.[1] ?? "", text];
  });
}

test("neither form, receipt nor unsubscribe tells whether an address is known", async ({ site, publishedPost }) => {
  const [known, unknown] = [canary("known").toLowerCase(), canary("unknown").toLowerCase()];
  const { id: postId } = await publishedPost();
  const { send } = listener(site);
  const reply = (email: string, body: string) => send(`/api/replies?post=${postId}`, { postId, name: "Grace", email, body }, JSON_ANSWER);
  const id = commentOfReceipt(receiptIn(await reply(known, "Thank you.")).slice("/receipts/".length)) ?? "";
  const contact = await privateDb.commentContact.update({ where: { commentId: id }, data: { provenAt: new Date() } });
  await privateDb.provenAddress.create({ data: { emailHash: contact.emailHash } });
  await privateDb.comment.update({ where: { id }, data: { status: "approved", decidedAt: new Date() } });

  // The same text as a known person's is a duplicate only from that person.
  expect(whole(await reply(known, "Anything else."))).toEqual(whole(await reply(unknown, "Anything else.")));
  expect(whole(await reply(unknown, "Thank you."))).toEqual(whole(await reply(canary("new"), "Thank you.")));
  for (const accept of [{}, JSON_ANSWER]) {
    const find = (email: string) => send("/api/receipts/find", { email }, accept);
    expect(whole(await find(known))).toEqual(whole(await find(canary("other"))));
  }
  const subscription = await privateDb.subscription.create({ data: { commentId: id, kind: "answered", confirmedAt: new Date() } });
  const end = `/api/receipts/unsubscribe/${endKey(subscription.id)}`;
  const [going, ended] = [await send(end, {}), await send(end, {})];
  const never = await send(`/api/receipts/unsubscribe/${endKey(newId())}`, {});
  expect([whole(ended), whole(never)]).toEqual([whole(going), whole(going)]);
  const forged = ["x", endKey(subscription.id).replace(/.$/, ""), receiptKey(id)].map((key) => `/receipts/unsubscribe/${key}`);
  const answers = await Promise.all(forged.map(async (path) => whole(await ask(site.url, { path }))));
  expect(new Set(answers).size).toBe(1);
  const closed = [receiptKey(newId()), endKey(subscription.id), "x"].map((key) => `/receipts/${key}`);
  expect(new Set(await Promise.all(closed.map(async (path) => whole(await ask(site.url, { path }))))).size).toBe(1);
});

/** A whole answer, but for the time and for the keys and ids that are anybody's own. */
function whole({ status, headers, body }: RawAnswer): string {
  const { date: _date, ...told } = headers;
  return `${status} ${JSON.stringify(told)} ${body.toString()}`
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/[\w-]{43}/g, "KEY");
}

test("the search for an address finds it where it is, however it is written", () => {
  const email = "Kanarie.test@Vogel.example";
  const lower = email.toLowerCase();
  const md5 = createHash("md5").update(lower).digest("hex");
  for (const text of [
    Buffer.from(`x${lower}`).toString("base64"),
    Buffer.from(`xx${lower}yy`).toString("base64url"),
    `https://www.gravatar.com/avatar/${md5}`,
    encodeURIComponent(email),
    lower.replace("@", "&#64;"),
    Array.from(lower).reverse().join(""),
  ]) {
    expect(findings([email], [`<p>${text}</p>`]), text).not.toEqual([]);
  }
  expect(findings([email], ["<p>Nothing.</p>"])).toEqual([]);
});
