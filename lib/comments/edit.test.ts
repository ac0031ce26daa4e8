import { afterEach, expect, test } from "vitest";
import { editComment } from "@/lib/comments/edit";
import { approveComment, trashComment } from "@/lib/comments/moderate";
import { editVersion, textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { newId } from "@/lib/ids";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const MINUTE = 60_000;

async function made(given: { status?: "pending" | "approved" | "rejected" | "spam"; createdAt?: Date } = {}) {
  const post = await makePost({ status: "published" });
  const comment = await makeComment({ postId: post.id, ...given });
  return { id: comment.id, postId: post.id, key: receiptKey(comment.id), seen: editVersion(comment) };
}

const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id } });
const countOf = async (id: string) => (await privateDb.post.findUniqueOrThrow({ where: { id } })).approvedComments;
const storeSetting = (key: string, value: string | number) => privateDb.setting.create({ data: { key, value } });

afterEach(async () => {
  await privateDb.setting.deleteMany({ where: { key: { in: ["moderation", "editMinutes", "holdWords"] } } });
});

test("a waiting reply is changed however old it is, and goes on waiting", async () => {
  const { id, key, seen } = await made({ createdAt: new Date(Date.now() - 90 * MINUTE) });
  expect(await editComment(key, { body: " Changed. \r\nTwice.", seen })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ status: "pending", body: "Changed. \nTwice.", editedAt: expect.any(Date) as Date });
});

test.each(["hold", "trusted"])("under `%s` a changed public reply is off the page and out of the count at once [C8][C10]", async (mode) => {
  await storeSetting("moderation", mode);
  const { id, postId, key, seen } = await made({ status: "approved" });
  await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved" });
  expect(await heardDuring(() => editComment(key, { body: "Changed.", seen }))).toEqual([`thread:${postId}`, "list:replies"]);
  expect(await stored(id)).toMatchObject({ status: "pending", decidedAt: null, body: "Changed." });
  expect(await publicDb.comment.count({ where: { id } })).toBe(0);
  expect(await countOf(postId), "with its answers").toBe(0);
});

test("under `publish` a changed public reply stays public", async () => {
  await storeSetting("moderation", "publish");
  const { id, postId, key, seen } = await made({ status: "approved" });
  expect(await heardDuring(() => editComment(key, { body: "Changed.", seen }))).toEqual([`thread:${postId}`, "list:replies"]);
  expect(await publicDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: "Changed." });
  expect(await countOf(postId)).toBe(1);
});

test("a text that the checks doubt does not slip in by a change; what fired on the old text is gone [C10]", async () => {
  await storeSetting("moderation", "publish");
  await storeSetting("holdWords", "casino");
  const { id, postId, key, seen } = await made({ status: "approved" });
  const about = { commentId: id, rule: "manyLinks", field: "body", begin: 0, until: 3, score: 2 };
  await privateDb.commentCheck.createMany({
    data: [
      { ...about, position: 0 },
      { commentId: id, position: 1, rule: "tooFast", score: 2 },
    ],
  });
  expect(await editComment(key, { body: "To the саsino!", seen })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ status: "pending", score: 7 });
  expect(await countOf(postId)).toBe(0);
  const checks = await privateDb.commentCheck.findMany({ where: { commentId: id }, orderBy: { position: "asc" } });
  expect(checks.map(({ rule, begin, until }) => [rule, begin, until])).toEqual([
    ["tooFast", null, null],
    ["holdWord", 7, 13],
  ]);
  const changed = await stored(id);
  expect(await editComment(key, { body: "To the park!", seen: editVersion(changed) })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ status: "approved", score: 2 });
});

test("a public reply can be changed for some minutes, which the settings name", async () => {
  const { id, key, seen } = await made({ status: "approved", createdAt: new Date(Date.now() - 16 * MINUTE) });
  expect(await editComment(key, { body: "Late.", seen })).toEqual({ ok: false, error: "editClosed" });
  await storeSetting("editMinutes", 17);
  expect(await editComment(key, { body: "In time.", seen })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ body: "In time." });
});

test.each(["rejected", "spam"] as const)("a %s reply is not changed any more", async (status) => {
  const { key, seen } = await made({ status });
  expect(await editComment(key, { body: "Please.", seen })).toEqual({ ok: false, error: "editClosed" });
});

test.each([
  ["", "required"],
  [" \n ", "required"],
  ["x".repeat(10_001), "tooLong"],
])("a text that may not be sent may not be changed into either", async (body, code) => {
  const { id, key, seen } = await made();
  expect(await editComment(key, { body, seen })).toMatchObject({ error: "invalid", fields: { body: [code] } });
  expect(await stored(id)).toMatchObject({ body: "Thank you.", editedAt: null });
});

test("of two changes to one text the second is refused, and of one sent twice nothing is", async () => {
  const { id, key, seen } = await made();
  const [first, second] = await Promise.all([editComment(key, { body: "One.", seen }), editComment(key, { body: "Two.", seen })]);
  const [won, lost] = first.ok ? [first, second] : [second, first];
  expect([won, lost]).toEqual([{ ok: true }, { ok: false, error: "staleVersion" }]);
  const { body } = await stored(id);
  expect(await editComment(key, { body, seen })).toEqual({ ok: true });
});

test("whoever began while it waited is told that it was published since", async () => {
  const { id, key, seen } = await made();
  await approveComment(await makeUser(), { id });
  expect(await editComment(key, { body: "Changed.", seen })).toEqual({ ok: false, error: "staleVersion" });
  expect(await stored(id)).toMatchObject({ status: "approved", body: "Thank you." });
});

test("a change and an approval at once never publish a text that nobody read [C8]", async () => {
  const ada = await makeUser();
  for (let round = 0; round < 10; round++) {
    const { id, postId, key, seen } = await made();
    await Promise.all([editComment(key, { body: "Unread.", seen }), approveComment(ada, { id, seen: textVersion(null) })]);
    const { status, body } = await stored(id);
    expect([status, body]).not.toEqual(["approved", "Unread."]);
    expect(await countOf(postId)).toBe(Number(status === "approved"));
  }
});

test("a decision and a change at once leave the count as it should be", async () => {
  const ada = await makeUser();
  for (let round = 0; round < 10; round++) {
    const { id, postId, key, seen } = await made({ status: "approved" });
    await Promise.all([editComment(key, { body: "Changed.", seen }), trashComment(ada, { id, from: "approved" })]);
    expect(await countOf(postId)).toBe(0);
  }
});

test("what was taken back, and a key that is not ours, change nothing", async () => {
  const { key, seen } = await made();
  await withdrawComment(key);
  expect(await editComment(key, { body: "Back again.", seen })).toEqual({ ok: false, error: "withdrawn" });
  expect(await editComment(receiptKey(newId()), { body: "x", seen })).toEqual({ ok: false, error: "notFound" });
  expect(await editComment("x", { body: "x", seen })).toEqual({ ok: false, error: "notFound" });
});

test("after thirty changes within an hour the next one waits", async () => {
  const { id, key } = await made();
  for (let nth = 0; nth <= 30; nth++) {
    const result = await editComment(key, { body: `Change ${nth}`, seen: editVersion(await stored(id)) });
    expect(result).toMatchObject(nth < 30 ? { ok: true } : { ok: false, error: "tooMany" });
  }
  expect((await stored(id)).body).toBe("Change 29");
});
