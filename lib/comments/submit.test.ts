import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openEmail } from "@/lib/comments/contact";
import { approveComment } from "@/lib/comments/moderate";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const someone = () => ({
  ip: `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:${Math.floor(Math.random() * 65_536).toString(16)}::1`,
  agent: "test",
});
const ada = { ip: "192.0.2.7", agent: "test" };
const typed = { name: "Ada", email: "Ada@example.org", body: "Danke!" };
const openPost = async () => (await makePost({ status: "published" })).id;
const stored = (postId: string) => privateDb.comment.count({ where: { postId } });
const jobsOf = async (commentId: string) =>
  (await privateDb.$queryRaw<unknown[]>`select 1 from pgboss.job where name = 'mail.commentReceived' and data->>'commentId' = ${commentId}`)
    .length;

test("a comment waits for a decision, its address sealed apart from it, and the moderators hear of it [C10]", async () => {
  const postId = await openPost();
  const result = await submitComment(ada, { ...typed, postId });
  if (!result.ok) throw new Error(result.error);
  expect(commentOfReceipt(result.receipt)).toBe(result.commentId);
  const comment = await privateDb.comment.findUniqueOrThrow({ where: { id: result.commentId }, include: { contact: true } });
  expect(comment).toMatchObject({ status: "pending", name: "Ada", body: "Danke!", website: null, parentId: null, depth: 0 });
  expect(openEmail(comment.contact?.emailSealed ?? Buffer.of())).toBe("Ada@example.org");
  expect(comment.contact).toMatchObject({ ipPrefix: "192.0.2.0/24", userAgent: "test" });
  expect(await jobsOf(result.commentId)).toBe(1);
});

test.each(["name", "email", "body"])("a blank %s is named, and nothing is stored [C7]", async (field) => {
  const postId = await openPost();
  expect(await submitComment(someone(), { ...typed, postId, [field]: " \u00a0" })).toEqual({
    ok: false,
    error: "invalid",
    fields: { [field]: ["required"] },
  });
  expect(await stored(postId)).toBe(0);
});

test.each([
  ["closed", { status: "published", commentsOpen: false }, "closed"],
  ["a static page", { status: "published", kind: "page" }, "closed"],
  ["a draft", { status: "draft" }, "postNotFound"],
  ["unpublished", { status: "unpublished" }, "postNotFound"],
] as const)("a post that is %s takes no comment [C7]", async (_, post, error) => {
  const { id: postId } = await makePost(post);
  expect(await submitComment(someone(), { ...typed, postId })).toEqual({ ok: false, error });
  expect(await stored(postId)).toBe(0);
});

test.each([["not an id"], [randomUUID()], [""], [undefined], ["\u0000"]])(
  "no post %j: that is said, and no field is blamed",
  async (postId) => {
    expect(await submitComment(someone(), { ...typed, postId })).toEqual({ ok: false, error: "postNotFound" });
  },
);

test("an answer hangs under what it answers, in the thread's root", async () => {
  const postId = await openPost();
  const root = await makeComment({ postId, status: "approved" });
  const answer = await makeComment({ postId, status: "approved", parentId: root.id, rootId: root.id, depth: 1 });
  const result = await submitComment(someone(), { ...typed, postId, parentId: answer.id });
  if (!result.ok) throw new Error(result.error);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id: result.commentId } })).toMatchObject({
    parentId: answer.id,
    rootId: root.id,
    depth: 2,
  });
});

test("an answer to what is not public under this post is refused", async () => {
  const postId = await openPost();
  const elsewhere = await makeComment({ postId: await openPost(), status: "approved" });
  const pending = await makeComment({ postId });
  const withdrawn = await makeComment({ postId, status: "trash" });
  const hidden = await makeComment({ postId, status: "approved", parentId: withdrawn.id, rootId: withdrawn.id, depth: 1 });
  for (const parentId of [elsewhere.id, pending.id, hidden.id, randomUUID(), "nonsense"])
    expect(await submitComment(someone(), { ...typed, postId, parentId })).toEqual({ ok: false, error: "parentNotFound" });
  expect(await stored(postId)).toBe(3);
});

test("the eleventh within a minute and the sixty-first within an hour are refused [C9]", async () => {
  const [postId, sender] = [await openPost(), someone()];
  const send = (body: string) => submitComment(sender, { ...typed, postId, body });
  for (let minute = 0; minute < 6; minute++) {
    for (let reply = 0; reply < 10; reply++) expect(await send(`${minute} ${reply}`)).toMatchObject({ ok: true });
    if (minute === 0)
      expect(await send("eleventh")).toMatchObject({
        error: "tooMany",
        retryAfter: expect.toSatisfy((wait: number) => wait > 0 && wait <= 60),
      });
    await privateDb.$executeRaw`update throttle set started_at = started_at - interval '61 seconds'`;
  }
  expect(await send("sixty-first")).toMatchObject({ error: "tooMany", retryAfter: expect.toSatisfy((wait: number) => wait > 3000) });
  expect(await stored(postId)).toBe(60);
});

test("sixty from one address are stopped, the same from sixty addresses are not [C9]", async () => {
  const postId = await openPost();
  const one = someone();
  const fromOne = await Promise.all(
    Array.from({ length: 60 }, (_, index) => submitComment(one, { ...typed, postId, body: `one ${index}` })),
  );
  expect(fromOne.filter(({ ok }) => ok)).toHaveLength(10);
  const fromMany = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      submitComment({ ip: `198.51.100.${index}`, agent: "" }, { ...typed, postId, body: `many ${index}` }),
    ),
  );
  expect(fromMany.filter(({ ok }) => ok)).toHaveLength(60);
});

test("under one address no more than the site's settings allow are taken, from however many networks [C9]", async () => {
  await privateDb.setting.create({ data: { key: "repliesPerHourOfOneEmail", value: 2 } });
  const [postId, email] = [await openPost(), "grace@example.org"];
  const results = [];
  for (const body of ["1", "2", "3"]) results.push(await submitComment(someone(), { ...typed, postId, body, email: email.toUpperCase() }));
  results.push(await submitComment(someone(), { ...typed, postId, email: "other@example.org" }));
  await privateDb.setting.delete({ where: { key: "repliesPerHourOfOneEmail" } });
  expect(results.map((result) => result.ok || result.error)).toEqual([true, true, "tooMany", true]);
});

test("the limits are the site's settings [C9]", async () => {
  await privateDb.setting.create({ data: { key: "repliesPerMinute", value: 2 } });
  const [postId, sender] = [await openPost(), someone()];
  const results = [];
  for (let reply = 0; reply < 3; reply++) results.push(await submitComment(sender, { ...typed, postId, body: `${reply}` }));
  await privateDb.setting.delete({ where: { key: "repliesPerMinute" } });
  expect(results.map(({ ok }) => ok)).toEqual([true, true, false]);
});

test("refused replies do not use up the turns of good ones [C9]", async () => {
  const [postId, sender] = [await openPost(), someone()];
  for (let reply = 0; reply < 20; reply++) await submitComment(sender, { ...typed, postId, email: "nobody" });
  expect(await submitComment(sender, { ...typed, postId })).toMatchObject({ ok: true });
});

test("the same key and content get the first answer, even throttled or after the post closed [C11]", async () => {
  const [postId, sender] = [await openPost(), someone()];
  const first = await submitComment(sender, { ...typed, postId, key: "k1" });
  for (let reply = 0; reply < 9; reply++) await submitComment(sender, { ...typed, postId, body: `${reply}` });
  expect(await submitComment(sender, { ...typed, postId, body: "one more" })).toMatchObject({ error: "tooMany" });
  expect(await submitComment(sender, { ...typed, postId, key: "k1" })).toEqual({ ...first, isNew: false, made: null });
  await privateDb.post.update({ where: { id: postId }, data: { commentsOpen: false } });
  expect(await submitComment(sender, { ...typed, postId, key: "k1" })).toEqual({ ...first, isNew: false, made: null });
});

test("without a key the same content within a day is the same comment, later a new one [C11]", async () => {
  const postId = await openPost();
  const send = () => submitComment(someone(), { ...typed, postId, email: "ADA@EXAMPLE.ORG " });
  const first = await send();
  expect(await send()).toEqual({ ...first, isNew: false, made: null });
  await privateDb.$executeRaw`update submission set created_at = created_at - interval '24 hours'`;
  expect(await send()).toMatchObject({ ok: true, isNew: true });
  expect(await stored(postId)).toBe(2);
});

test("whoever copies a public comment with a guessed address learns nothing, and gets no receipt of it", async () => {
  const [postId, stranger] = [await openPost(), someone()];
  const first = await submitComment(ada, { ...typed, postId, key: "hers" });
  if (!first.ok) throw new Error(first.error);
  await approveComment(await makeUser(), { id: first.commentId });
  const copied = await submitComment(stranger, { ...typed, postId, key: "" });
  const guessed = await submitComment(stranger, { ...typed, postId, email: "somebody@example.org", key: "" });
  expect([copied, guessed]).toMatchObject([{ isNew: true }, { isNew: true }]);
  expect(await stored(postId)).toBe(3);
});

test("the same content under another key is a duplicate for a day, then a new comment [C11]", async () => {
  const postId = await openPost();
  const send = (key: string) => submitComment(someone(), { ...typed, postId, key });
  const first = await send("k1");
  expect(await send("k2")).toEqual({ ok: false, error: "duplicate" });
  await privateDb.$executeRaw`update submission set created_at = created_at - interval '24 hours'`;
  expect(await send("k1")).toEqual({ ...first, isNew: false, made: null });
  expect(await send("k2")).toMatchObject({ ok: true, isNew: true });
  expect(await stored(postId)).toBe(2);
});

test.each([
  ["body", "Merci!"],
  ["email", "grace@example.org"],
])("a used key with another %s is a new comment [C11]", async (field, value) => {
  const postId = await openPost();
  await submitComment(someone(), { ...typed, postId, key: "k1" });
  expect(await submitComment(someone(), { ...typed, postId, key: "k1", [field]: value })).toMatchObject({ ok: true, isNew: true });
});

test("a refused submission leaves no claim: sent again where it may be, it is new [C11]", async () => {
  const { id: postId } = await makePost({ status: "published", commentsOpen: false });
  expect(await submitComment(ada, { ...typed, postId, key: "k" })).toMatchObject({ error: "closed" });
  await privateDb.post.update({ where: { id: postId }, data: { commentsOpen: true } });
  expect(await submitComment(ada, { ...typed, postId, key: "k" })).toMatchObject({ isNew: true });
});

test("two hundred at once from twenty clients: each acknowledged, each stored exactly once [C11]", async () => {
  const postId = await openPost();
  const send = (index: number) =>
    submitComment(
      { ip: `203.0.113.${index % 20}`, agent: "" },
      { ...typed, postId, email: `${index}@example.org`, body: `reply ${index}`, key: `key ${index}` },
    );
  const results = await Promise.all(Array.from({ length: 200 }, (_, index) => send(index)));
  const ids = results.map((result) => (result.ok ? result.commentId : result.error));
  expect(new Set(ids).size).toBe(200);
  expect(await privateDb.comment.count({ where: { id: { in: ids } } })).toBe(200);
}, 60_000);

test.each([
  ["", 20],
  ["one key", 20],
])("twenty racing with the key %j are one comment with one answer [C11]", async (key, racers) => {
  const postId = await openPost();
  const results = await Promise.all(Array.from({ length: racers }, () => submitComment(someone(), { ...typed, postId, key })));
  expect(new Set(results.map((result) => (result.ok ? result.commentId : result.error))).size).toBe(1);
  expect(results.filter((result) => result.ok && result.isNew)).toHaveLength(1);
  expect(await stored(postId)).toBe(1);
});

test("twenty racing with keys of their own: one is taken, the others are told [C11]", async () => {
  const postId = await openPost();
  const results = await Promise.all(Array.from({ length: 20 }, (_, key) => submitComment(someone(), { ...typed, postId, key: `${key}` })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.error === "duplicate")).toHaveLength(19);
  expect(await stored(postId)).toBe(1);
});
