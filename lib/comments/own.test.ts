import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { ownReply } from "@/lib/comments/own";
import { commentOfReceipt, receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost } from "@/lib/testing/make";

test.each([
  ["pending", "awaiting"],
  ["approved", "published"],
  ["rejected", "declined"],
  ["trash", "declined"],
  ["spam", "spam"],
] as const)("the author of a %s reply learns: %s [C8]", async (status, fate) => {
  const { id: postId, slug } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status, body: "*Danke*" });
  expect(await ownReply(receiptKey(id))).toMatchObject({ id, fate, name: "Grace", html: "<p><em>Danke</em></p>\n", post: { slug } });
});

test("its author is told the reason while the reply is turned down, and not when it is public after all", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "rejected", reason: "Too personal." });
  expect(await ownReply(receiptKey(id))).toMatchObject({ reason: "Too personal." });
  await privateDb.comment.update({ where: { id }, data: { status: "approved" } });
  expect(await ownReply(receiptKey(id))).toMatchObject({ fate: "published", reason: null });
});

test.each(["hold", "trusted", "publish"])("under `%s` its author can learn what becomes of a changed public reply", async (moderation) => {
  await privateDb.setting.create({ data: { key: "moderation", value: moderation } });
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  const own = await ownReply(receiptKey(id));
  await privateDb.setting.deleteMany({ where: { key: "moderation" } });
  expect(own).toMatchObject({ fate: "published", edit: { moderation } });
});

test("a receipt of an unpublished post names no post", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId });
  await privateDb.post.update({ where: { id: postId }, data: { status: "unpublished" } });
  expect(await ownReply(receiptKey(id))).toMatchObject({ fate: "awaiting", post: null });
});

test("a key that we did not sign, or not for this comment, opens nothing [C8]", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId });
  const key = receiptKey(id);
  const flipped = `${key.startsWith("A") ? "B" : "A"}${key.slice(1)}`;
  for (const forged of [id, "", "x", flipped, key.slice(0, -1), `${key}A`, `${key}=`, receiptKey(newId())])
    expect(await ownReply(forged)).toBeNull();
});

test("a key fits into a path and gives its comment back", () => {
  const id = newId();
  expect(receiptKey(id)).toMatch(/^[\w-]{43}$/);
  expect(commentOfReceipt(receiptKey(id))).toBe(id);
});

test("new ids are UUIDs of version 7 and grow with time", async () => {
  const first = newId();
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await expect.poll(() => newId() > first).toBe(true);
});
