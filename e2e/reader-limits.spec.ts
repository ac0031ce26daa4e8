import net from "node:net";
import { once } from "node:events";
import { expect, test } from "@/e2e/fixtures";
import { startSite } from "@/e2e/site";
import { commentOfReceipt, receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

const good = { name: "Ada", email: "ada@example.org", body: "Danke!" };
const stored = (postId: string) => privateDb.comment.count({ where: { postId } });
const once303 = { maxRedirects: 0 };

test("lengths are counted in code points, at their borders [C10]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const send = async (form: object) =>
    (await request.post(`/api/replies?post=${postId}`, { form: { ...good, postId, ...form }, ...once303 })).status();
  const family = "👨‍👩‍👧‍👦"; // 7 code points
  expect(await send({ name: family.repeat(35) })).toBe(303);
  expect(await send({ name: `${family.repeat(35)}n`, body: "2" })).toBe(422);
  expect(await send({ body: "😀".repeat(10_000) })).toBe(303);
  expect(await send({ body: "😀".repeat(10_001) })).toBe(422);
  expect(await send({ email: ` ${"l".repeat(64)}@EXAMPLE.org `, body: "3" })).toBe(303);
  expect(await send({ email: `${"l".repeat(65)}@example.org`, body: "4" })).toBe(422);
  expect(await send({ website: "javascript:alert(1)", body: "5" })).toBe(422);
  expect(await stored(postId)).toBe(3);
});

test("a body over 256 KB is refused before it is read [C10]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const response = await request.post(`/api/replies?post=${postId}`, { form: { ...good, postId, body: "b".repeat(260 * 1024) } });
  expect(response.status()).toBe(413);
  expect(await response.text()).toContain("<title>This did not work</title>");
  expect(await stored(postId)).toBe(0);
});

test("NUL and bytes that are no UTF-8 never fail, and never reach a page [C10][C4]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const bodies = ["%00%01Danke%00", "%ff%fe%80", "%ed%a0%80", "%C0%AF", "%E2%28%A1", "%F4%90%80%80"];
  for (const body of bodies) {
    const data = `postId=${postId}&name=A%00da&email=ada%40example.org&body=${body}&key=%00&parentId=`;
    const response = await request.post("/api/replies", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data,
      ...once303,
    });
    expect(response.status(), body).toBeLessThan(500);
  }
  const comments = await privateDb.comment.findMany({ where: { postId }, select: { name: true, body: true } });
  expect(comments.length).toBeGreaterThan(0);
  for (const { name, body } of comments) expect(name + body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  for (const postId of ["%00", "%ff", "'"]) {
    const data = `postId=${postId}&parentId=${postId}&name=a&email=a%40b.de&body=x`;
    const response = await request.post(`/api/replies?post=${postId}`, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data,
    });
    expect(response.status(), postId).toBe(404);
  }
});

test("urlencoded and multipart are taken, other bodies refused [C6]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const target = `/api/replies?post=${postId}`;
  expect((await request.post(target, { form: { ...good, postId }, ...once303 })).status()).toBe(303);
  expect((await request.post(target, { multipart: { ...good, postId, body: "Merci!" }, ...once303 })).status()).toBe(303);
  expect((await request.post(target, { data: { ...good, postId } })).status()).toBe(415);
  const broken = await request.post(target, { headers: { "content-type": "multipart/form-data; boundary=x" }, data: "--y\r\nnonsense" });
  expect(broken.status()).toBe(400);
  expect(await stored(postId)).toBe(2);
});

test("a form on another site stores nothing; without Origin it is fine [C11][C15]", async ({ request, publishedPost, site }) => {
  const { id: postId } = await publishedPost();
  const send = async (headers: Record<string, string>) =>
    (await request.post("/api/replies", { form: { ...good, postId }, headers, ...once303 })).status();
  for (const origin of ["https://example.org", "null", `${site.url}.example.org`]) expect(await send({ origin })).toBe(403);
  expect(await stored(postId)).toBe(0);
  expect(await send({})).toBe(303);
  expect(await send({ origin: site.url })).toBe(303);
});

test("a closed post answers 403 with its page, an absent one 404 with the form alone; both keep the text [C7]", async ({
  request,
  publishedPost,
}) => {
  const closed = await publishedPost({ commentsOpen: false });
  const draft = "0193a000-0000-7000-8000-000000000000";
  const send = (postId: string) => request.post(`/api/replies?post=${postId}`, { form: { ...good, postId, body: "Kept <text>" } });
  const [refused, absent] = [await send(closed.id), await send(draft)];
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toMatch(/A paragraph\.[\s\S]*Kept &lt;text>|A paragraph\.[\s\S]*Kept &lt;text&gt;/);
  expect(absent.status()).toBe(404);
  expect(await absent.text()).toMatch(/Kept &lt;text(>|&gt;)/);
  for (const response of [refused, absent]) {
    expect(response.headers()["cache-control"]).toContain("no-store");
    expect(await response.text()).toMatch(/<title>Error:/);
    expect(await response.text()).not.toMatch(/\b(awaiting|pending|moderation|approval|review)\b/i);
  }
});

test("who asks for the form's target is led to the post [C7]", async ({ request, publishedPost }) => {
  const { id, slug } = await publishedPost();
  const response = await request.get(`/api/replies?post=${id}`, once303);
  expect(response.status()).toBe(303);
  expect(response.headers().location).toBe(`/${slug}`);
  for (const post of ["", "x", "%00", "%ff"]) expect((await request.get(`/api/replies?post=${post}`, once303)).status()).toBeLessThan(400);
});

test("sixty within seconds from one address are stopped with the text kept, from sixty addresses not [C9]", async ({
  request,
  publishedPost,
  address,
}) => {
  const { id: postId } = await publishedPost();
  const send = (body: string, from: string) =>
    request.post(`/api/replies?post=${postId}`, { form: { ...good, postId, body }, headers: { "x-forwarded-for": from }, ...once303 });
  const fromOne = await Promise.all(Array.from({ length: 60 }, (_, n) => send(`one ${n}`, address)));
  expect(fromOne.filter((response) => response.status() === 303)).toHaveLength(10);
  const stopped = fromOne.find((response) => response.status() === 429);
  expect(Number(stopped?.headers()["retry-after"])).toBeGreaterThan(0);
  const page = (await stopped?.text()) ?? "";
  expect(page).toMatch(/role="alert"[^>]*>[\s\S]*try again later/);
  expect(page).toMatch(/<textarea[^>]*>one \d+<\/textarea>/);
  const fromMany = await Promise.all(
    Array.from({ length: 60 }, (_, n) => send(`many ${n}`, address.replace("2001:db8", `2001:db9:${n}`).replace("::1", "::"))),
  );
  expect(fromMany.map((response) => response.status())).toEqual(Array(60).fill(303));
});

test("of 200 replies at once from 20 clients each acknowledged one is in the queue once [C11]", async ({
  request,
  publishedPost,
  address,
}) => {
  const { id: postId } = await publishedPost();
  const send = async (n: number) => {
    const from = address.replace("2001:db8", `2001:dba:${n % 20}`).replace("::1", "::");
    const response = await request.post("/api/replies", {
      form: { ...good, postId, key: `k${n}`, email: `reader-${n}@example.org`, body: `Reply ${n}` },
      headers: { accept: "application/json", "x-forwarded-for": from },
    });
    const { receipt } = (await response.json()) as { receipt?: string };
    return { status: response.status(), id: receipt && commentOfReceipt(receipt.replace("/receipts/", "")) };
  };
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => send(n)));
  // On a machine that cannot keep up some may be asked to try again; they are not stored.
  expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
  const acknowledged = answers.filter(({ status }) => status === 201).map(({ id }) => id);
  const queue = await privateDb.comment.findMany({ where: { postId, status: "pending" }, select: { id: true } });
  expect(queue.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
  expect(acknowledged.length).toBeGreaterThan(0);
});

test("one comment, one answer: by key, or for a day by content; another key is told [C11]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const send = (fields: object) =>
    request.post("/api/replies", { form: { ...good, postId, ...fields }, headers: { accept: "application/json" } });
  const [first, again, other, empty] = [
    await send({ key: "k1" }),
    await send({ key: "k1" }),
    await send({ key: "k2" }),
    await send({ key: "" }),
  ];
  expect([first, again, other, empty].map((response) => response.status())).toEqual([201, 200, 409, 200]);
  expect(((await again.json()) as { receipt: string }).receipt).toBe(((await first.json()) as { receipt: string }).receipt);
  expect((await send({ key: "k1", body: "Merci!" })).status()).toBe(201);
  expect(await stored(postId)).toBe(2);
});

test("twenty of the same at once are one comment with one receipt [C11]", async ({ request, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => request.post("/api/replies", { form: { ...good, postId }, ...once303 })),
  );
  expect(new Set(answers.map((response) => `${response.status()} ${response.headers().location}`)).size).toBe(1);
  expect(await stored(postId)).toBe(1);
});

test("while the database is away a reply, a change of one and a complaint come back with 503, and later they go through [C4]", async ({
  request,
  publishedPost,
  site,
}) => {
  const { id: postId } = await publishedPost();
  const database = new URL(site.databaseUrl);
  const line = await cutLine(database);
  database.port = String(line.port);
  const second = await startSite(database.href);
  try {
    const send = () => request.post(`${second.url}/api/replies?post=${postId}`, { form: { ...good, postId, body: "Kept" }, ...once303 });
    const { id } = await makeComment({ postId });
    const edit = () =>
      request.post(`${second.url}/api/receipts/${receiptKey(id)}/edit`, { form: { body: "Changed", seen: "pending." }, ...once303 });
    line.cut();
    const away = await send();
    expect(away.status()).toBe(503);
    expect(Number(away.headers()["retry-after"])).toBeGreaterThan(0);
    expect(await away.text()).toMatch(/<textarea[^>]*>Kept<\/textarea>/);
    const unchanged = await edit();
    expect(unchanged.status()).toBe(503);
    expect(unchanged.headers()).toMatchObject({ "cache-control": "no-store", "referrer-policy": "same-origin" });
    const page = await unchanged.text();
    expect(page).toMatch(/<textarea[^>]*>Changed<\/textarea>/);
    expect(page).toContain(`action="/api/receipts/${receiptKey(id)}/edit`);
    for (const receipt of [receiptKey(id), "report/KEY"]) {
      const complaint = { form: { statement: id, text: "I object." }, ...once303 };
      const unheard = await request.post(`${second.url}/api/receipts/${receipt}/complain`, complaint);
      expect(unheard.status()).toBe(503);
      expect(await unheard.text()).toMatch(/<textarea[^>]*>I object\.<\/textarea>/);
      expect(await unheard.text()).toContain(`action="/api/receipts/${receipt}/complain`);
    }
    line.mend();
    await expect.poll(async () => (await send()).status(), { timeout: 20_000 }).toBe(303);
    expect((await edit()).status()).toBe(303);
    expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: "Changed" });
    expect(await stored(postId)).toBe(2);
  } finally {
    await second.stop();
    line.close();
  }
});

/** A way to the database that can be cut and mended. */
async function cutLine({ hostname, port }: URL) {
  let isCut = false;
  const ends = new Set<net.Socket>();
  const server = net.createServer((client) => {
    if (isCut) return void client.destroy();
    const database = net.connect(Number(port), hostname);
    for (const [end, other] of [
      [client, database],
      [database, client],
    ] as const) {
      ends.add(end.on("error", () => other.destroy()).on("close", () => other.destroy()));
      end.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cutAll = () => ends.forEach((end) => end.destroy());
  return {
    port: (server.address() as net.AddressInfo).port,
    cut: () => {
      isCut = true;
      cutAll();
    },
    mend: () => (isCut = false),
    close: () => {
      cutAll();
      server.close();
    },
  };
}
