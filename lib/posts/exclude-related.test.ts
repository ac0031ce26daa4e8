import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { excludeRelated } from "@/lib/posts/exclude-related";
import { relatedAround } from "@/lib/posts/proposals";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

beforeEach(() => privateDb.post.deleteMany());

test("an excluded post is proposed no more, can come back, and the ledger tells who did both", async () => {
  const editor = await makeUser();
  const [{ id }, { id: other }] = [await makePost(), await makePost({ status: "published", title: "Ferry" })];
  expect(await relatedAround(editor, { id })).toMatchObject({
    around: { proposed: [{ id: other, title: "Ferry", reasons: ["recent"] }] },
  });
  const heard = await heardDuring(() => excludeRelated(editor, { id, relatedId: other, isExcluded: true }));
  expect(heard).toEqual([tags.related(id)]);
  expect(await relatedAround(editor, { id })).toMatchObject({ around: { proposed: [], excluded: [{ id: other }] } });
  expect(await excludeRelated(editor, { id, relatedId: other, isExcluded: true })).toEqual({ ok: true });
  expect(await excludeRelated(editor, { id, relatedId: other, isExcluded: false })).toEqual({ ok: true });
  expect(await relatedAround(editor, { id })).toMatchObject({ around: { proposed: [{ id: other }], excluded: [] } });
  const acts = await privateDb.auditEvent.findMany({
    where: { subjectId: id },
    select: { act: true, actorId: true },
    orderBy: { id: "asc" },
  });
  expect(acts).toEqual([
    { act: "post.excludeRelated", actorId: editor.id },
    { act: "post.readmitRelated", actorId: editor.id },
  ]);
});

test("a post that chose this one on both sides is named", async () => {
  const [{ id }, chooser] = [await makePost(), await makePost({ title: "Chooser" })];
  await privateDb.relatedPost.create({ data: { postId: chooser.id, relatedId: id, position: 0, isMutual: true } });
  expect(await relatedAround(await makeUser(), { id })).toMatchObject({
    around: { mutual: [{ id: chooser.id, title: "Chooser", status: "draft" }] },
  });
});

test.each(["author", "contributor", "moderator"] as const)("%s without a by-line may neither exclude nor look", async (role) => {
  const [{ id }, { id: relatedId }] = [await makePost(), await makePost({ status: "published" })];
  const actor = await makeUser({ role });
  expect(await excludeRelated(actor, { id, relatedId, isExcluded: true })).toEqual({ ok: false, error: "forbidden" });
  expect(await relatedAround(actor, { id })).toEqual({ ok: false, error: "forbidden" });
});

test("neither itself nor what is not there can be excluded", async () => {
  const editor = await makeUser();
  const { id } = await makePost();
  const gone = { ok: false, error: "postNotFound" };
  expect(await excludeRelated(editor, { id, relatedId: id, isExcluded: true })).toEqual(gone);
  expect(await excludeRelated(editor, { id, relatedId: crypto.randomUUID(), isExcluded: true })).toEqual(gone);
  expect(await excludeRelated(editor, { id: crypto.randomUUID(), relatedId: id, isExcluded: true })).toEqual(gone);
  expect(await excludeRelated(editor, { id, relatedId: "x", isExcluded: true })).toMatchObject({ error: "invalid" });
});
