import { afterEach, expect, test } from "vitest";
import { publicRules, threadClosing } from "@/lib/comments/public";
import { tryDiscussion } from "@/lib/comments/rules/dry-run";
import { rulesOf } from "@/lib/comments/rules/for-post";
import { rulesOfCategory, rulesOfPost } from "@/lib/comments/rules/newsroom";
import { overridePost, overrideCategory } from "@/lib/comments/rules/override";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { DEFAULT_DISCUSSION } from "@/lib/settings/discussion-input";
import { siteSettings } from "@/lib/settings/public";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

afterEach(async () => {
  await privateDb.setting.deleteMany();
});

/** A post in a category that lies in another one. */
async function placed() {
  const category = (parentId: string | null) =>
    privateDb.category.create({ data: { name: `C ${newId()}`, slug: `c-${newId()}`, parentId }, select: { id: true, name: true } });
  const above = await category(null);
  const nearest = await category(above.id);
  const { id: postId } = await makePost({ status: "published", categoryId: nearest.id });
  return { above, nearest, postId, editor: await makeUser({ role: "editor" }) };
}
let senders = 0;
async function send(postId: string) {
  const typed = { name: "Ada", email: `${newId()}@example.org`, body: "Danke!", postId };
  const result = await submitComment({ ip: `2001:db8:78:${senders++}::1`, agent: "" }, typed);
  if (!result.ok) return result.error;
  return (await privateDb.comment.findUniqueOrThrow({ where: { id: result.commentId } })).status;
}
const closing = async (postId: string) => {
  const post = await privateDb.post.findUniqueOrThrow({ where: { id: postId } });
  return threadClosing(post, await publicRules(postId, await siteSettings()))?.reason ?? null;
};

test("a post's own rule counts before its category's, that before the one above, that before the site's; unset inherits", async () => {
  const { above, nearest, postId, editor } = await placed();
  const moderation = async () => (await rulesOf(privateDb, postId)).moderation;
  expect(await moderation()).toBe("hold");
  expect(await overrideCategory(editor, { id: above.id, moderation: "publish", closeAfterDays: "14", guidelines: " Be brief. " })).toEqual({
    ok: true,
  });
  expect(await rulesOf(privateDb, postId)).toMatchObject({ moderation: "publish", closeAfterDays: 14, guidelines: "Be brief." });
  expect(await send(postId)).toBe("approved");
  await overrideCategory(editor, { id: nearest.id, moderation: "hold" });
  expect(await send(postId)).toBe("pending");
  await overridePost(editor, { id: postId, moderation: "publish" });
  expect(await send(postId)).toBe("approved");
  await overridePost(editor, { id: postId });
  await overrideCategory(editor, { id: nearest.id });
  expect([
    await moderation(),
    await privateDb.discussionOverride.count({ where: { OR: [{ postId }, { categoryId: nearest.id }] } }),
  ]).toEqual(["publish", 0]);
});

test("what a category closes is closed to readers and to what they send, but for a post that stays open", async () => {
  const { above, postId, editor } = await placed();
  await overrideCategory(editor, { id: above.id, commentsOpen: "no" });
  expect([await closing(postId), await send(postId)]).toEqual(["post", "closed"]);
  await overridePost(editor, { id: postId, commentsOpen: "yes" });
  expect([await closing(postId), await send(postId)]).toEqual([null, "pending"]);
  await privateDb.setting.create({ data: { key: "commentsOpen", value: false, isPublic: true } });
  expect([await closing(postId), await send(postId)]).toEqual(["site", "closed"]);
});

test("who may comment is a category's to say: readers are told, and refused", async () => {
  const { nearest, postId, editor } = await placed();
  await overrideCategory(editor, { id: nearest.id, commenters: "staff", guidelines: "Ask us by mail." });
  expect([await closing(postId), await send(postId)]).toEqual(["staff", "staffOnly"]);
  expect(await publicRules(postId, await siteSettings())).toMatchObject({ guidelines: "Ask us by mail." });
});

test("the pages concerned are made anew, and the ledger says what it was and is; the same again changes nothing", async () => {
  const { above, postId, editor } = await placed();
  const [category, post] = [
    { id: above.id, commenters: "proven" },
    { id: postId, moderation: "trusted" },
  ];
  expect(await heardDuring(() => overrideCategory(editor, category))).toEqual([`category:${above.id}`]);
  expect(await heardDuring(() => overridePost(editor, post))).toEqual([`post:${postId}`]);
  expect(await heardDuring(async () => [await overrideCategory(editor, category), await overridePost(editor, post)])).toEqual([]);
  const rows = await privateDb.auditEvent.findMany({ where: { subjectId: { in: [above.id, postId] } }, orderBy: { id: "asc" } });
  expect(rows).toMatchObject([
    { act: "category.discuss", actorId: editor.id, from: {}, to: { commenters: "proven", moderation: null } },
    { act: "post.discuss", actorId: editor.id, from: {}, to: { moderation: "trusted", commenters: null } },
  ]);
});

test("a form is told what holds above, and who says so", async () => {
  const { above, nearest, postId, editor } = await placed();
  await overrideCategory(editor, { id: above.id, moderation: "trusted", commentsOpen: "no" });
  await overrideCategory(editor, { id: nearest.id, closeAfterDays: "3" });
  expect(await rulesOfCategory(editor, nearest.id)).toMatchObject({
    own: { closeAfterDays: 3 },
    above: { moderation: "trusted", commentsOpen: false, commenters: "everyone", closeAfterDays: 0 },
    by: { moderation: above.name, commentsOpen: above.name, commenters: null, closeAfterDays: null },
  });
  expect(await rulesOfPost(editor, postId)).toMatchObject({ own: {}, above: { closeAfterDays: 3 }, by: { closeAfterDays: nearest.name } });
});

test.each([
  ["commentsOpen", "invalidChoice", "maybe"],
  ["commenters", "invalidChoice", "friends"],
  ["moderation", "invalidChoice", "never"],
  ["closeAfterDays", "invalidNumber", "soon"],
  ["guidelines", "tooLong", "x".repeat(2_001)],
])("a wrong %s of a category is named: %s", async (field, code, value) => {
  const { above, editor } = await placed();
  expect(await overrideCategory(editor, { id: above.id, [field]: value })).toMatchObject({
    ok: false,
    error: "invalid",
    fields: { [field]: [code] },
  });
});

test("what its form or its brake does a post's override does not do again; what is not there is named", async () => {
  const { postId, editor } = await placed();
  expect(await overridePost(editor, { id: postId, moderation: "hold" })).toMatchObject({ fields: { moderation: ["invalidChoice"] } });
  expect(await overridePost(editor, { id: postId, commentsOpen: "no" })).toMatchObject({ fields: { commentsOpen: ["invalidChoice"] } });
  expect(await overridePost(editor, { id: newId() })).toEqual({ ok: false, error: "postNotFound" });
  expect(await overrideCategory(editor, { id: newId() })).toEqual({ ok: false, error: "notFound" });
});

test("trying other settings leaves alone what a category has of its own", async () => {
  const { nearest, postId, editor } = await placed();
  await send(postId);
  const tried = async () => {
    const result = await tryDiscussion(await makeUser({ role: "administrator" }), { ...DEFAULT_DISCUSSION, moderation: "publish" });
    const { id } = await privateDb.comment.findFirstOrThrow({ where: { postId } });
    return result.ok && result.tried.named.find((each) => each.id === id)?.to;
  };
  expect(await tried()).toBe("published");
  await overrideCategory(editor, { id: nearest.id, moderation: "hold" });
  expect(await tried()).toBeUndefined();
});
