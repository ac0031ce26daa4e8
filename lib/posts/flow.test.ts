import { expect, test } from "vitest";
import { tags as tagNames } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { addNote } from "@/lib/posts/add-note";
import { archivePost } from "@/lib/posts/archive";
import { assignPost } from "@/lib/posts/assign";
import { besideTags } from "@/lib/posts/beside";
import { correctPost } from "@/lib/posts/correct";
import { emptyTrash } from "@/lib/posts/empty-trash";
import { MAX_NOTE_CHARS } from "@/lib/posts/flow-schema";
import { isGone } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { removeCorrection } from "@/lib/posts/remove-correction";
import { resolveNote } from "@/lib/posts/resolve-note";
import { restorePost } from "@/lib/posts/restore-from-trash";
import { sendPostBack } from "@/lib/posts/send-back";
import { submitForReview } from "@/lib/posts/submit-for-review";
import { trashPost } from "@/lib/posts/trash";
import { unarchivePost } from "@/lib/posts/unarchive";
import { withdrawPost } from "@/lib/posts/withdraw";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser({ role: "editor" });
const author = await makeUser({ role: "author" });
const contributor = await makeUser({ role: "contributor" });
const moderator = await makeUser({ role: "moderator" });
const forbidden = { ok: false, error: "forbidden" };
const by = (userId: string) => ({ authors: { create: { userId, position: 0 } } });
const stored = (id: string) => privateDb.post.findUniqueOrThrow({ where: { id } });
const notesOf = (postId: string) => privateDb.postNote.findMany({ where: { postId }, orderBy: { id: "asc" } });
const monthTag = ({ publishedAt }: { publishedAt: Date | null }) => tagNames.month(publishedAt ?? new Date());
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

test("a contributor's post goes to the desk, comes back with a note, and goes there again", async () => {
  const { id } = await makePost(by(contributor.id));
  expect(await submitForReview(contributor, { id })).toEqual({ ok: true });
  expect(await sendPostBack(contributor, { id, note: "No." })).toEqual(forbidden);
  expect(await sendPostBack(editor, { id, note: " Who says so?\r\nPlease name them. " })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ status: "draft" });
  expect(await notesOf(id)).toMatchObject([
    { userId: editor.id, body: "Who says so?\nPlease name them.", parentId: null, resolvedAt: null },
  ]);
  expect(await submitForReview(contributor, { id })).toEqual({ ok: true });
});

test.each(["", " \n ", "x".repeat(MAX_NOTE_CHARS + 1), undefined])("a post is not sent back with the note %j", async (note) => {
  const { id } = await makePost({ status: "in_review" });
  expect(await sendPostBack(editor, { id, note })).toMatchObject({ ok: false, error: "invalid", fields: { note: [expect.any(String)] } });
  expect((await stored(id)).status).toBe("in_review");
});

test("of two who send a post back, the second is told, and the note is stored once", async () => {
  const { id } = await makePost({ status: "in_review", publishedAt: null });
  const answers = await Promise.all([1, 2].map((nth) => sendPostBack(editor, { id, note: `Note ${nth}` })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: "wrongStatus" });
  expect(await notesOf(id)).toHaveLength(1);
});

test("notes are answered, settled and opened again by whoever may open the post, and by nobody else", async () => {
  const { id } = await makePost(by(author.id));
  const note = await addNote(editor, { id, text: "Is this the newest figure?" });
  if (!note.ok) throw new Error(note.error);
  expect(await addNote(author, { id, parentId: note.id, text: "Yes, of Monday." })).toMatchObject({ ok: true });
  expect(await resolveNote(author, { id: note.id, isResolved: true })).toEqual({ ok: true });
  expect(await notesOf(id)).toMatchObject([{ id: note.id, resolvedById: author.id }, { parentId: note.id }]);
  for (const stranger of [contributor, moderator]) {
    expect(await addNote(stranger, { id, text: "Hello" })).toEqual(forbidden);
    expect(await resolveNote(stranger, { id: note.id, isResolved: false })).toEqual(forbidden);
  }
  expect(await addNote(editor, { id, parentId: note.id, text: "And of today?" })).toMatchObject({ ok: true });
  expect((await notesOf(id))[0]).toMatchObject({ resolvedAt: null, resolvedById: null });
});

test("an answer hangs under the note that began a thread of this post, and nowhere else", async () => {
  const [one, other] = [await makePost(), await makePost()];
  const note = await addNote(editor, { id: one.id, text: "A note" });
  if (!note.ok) throw new Error(note.error);
  const answer = await addNote(editor, { id: one.id, parentId: note.id, text: "An answer" });
  if (!answer.ok) throw new Error(answer.error);
  const gone = { ok: false, error: "notFound" };
  expect(await addNote(editor, { id: one.id, parentId: answer.id, text: "Deeper" })).toEqual(gone);
  expect(await addNote(editor, { id: other.id, parentId: note.id, text: "Elsewhere" })).toEqual(gone);
  expect(await resolveNote(editor, { id: answer.id, isResolved: true })).toEqual(gone);
});

test("a post is assigned to somebody who may open it, by whom may publish it", async () => {
  const { id } = await makePost(by(author.id));
  const wrong = { ok: false, error: "invalid", fields: { userId: ["invalidChoice"] } };
  expect(await assignPost(editor, { id, userId: author.id })).toEqual({ ok: true });
  expect(await assignPost(author, { id, userId: editor.id })).toEqual({ ok: true });
  expect((await stored(id)).assigneeId).toBe(editor.id);
  expect(await assignPost(editor, { id, userId: contributor.id })).toEqual(wrong);
  expect(await assignPost(editor, { id, userId: crypto.randomUUID() })).toEqual(wrong);
  const gone = await makeUser({ role: "editor" });
  await privateDb.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  expect(await assignPost(editor, { id, userId: gone.id })).toEqual(wrong);
  expect(await assignPost(contributor, { id, userId: contributor.id })).toEqual(forbidden);
  expect(await assignPost(editor, { id, userId: null })).toEqual({ ok: true });
  expect(await assignPost(editor, { id, userId: "" })).toEqual({ ok: true });
  expect((await stored(id)).assigneeId).toBe(null);
  expect(await privateDb.auditEvent.count({ where: { subjectId: id, act: "post.assign" } })).toBe(3);
});

test("the addresses of what readers saw say that it is gone for good once it is archived or deleted, and no sooner", async () => {
  const addresses = async () => (await Promise.all([post.slug, `former-${post.slug}`].map(isGone))).join();
  const post = await makePost({ status: "published" });
  await privateDb.redirect.create({ data: { slug: `former-${post.slug}`, postId: post.id } });
  const { id } = post;
  expect(await withdrawPost(editor, { id })).toMatchObject({ ok: true });
  expect(await addresses()).toBe("false,false");
  const heard = await heardDuring(() => archivePost(editor, { id }));
  expect(heard.sort()).toEqual([`missing:${post.slug}`, `missing:former-${post.slug}`].sort());
  expect(await addresses()).toBe("true,true");
  await unarchivePost(editor, { id });
  expect(await addresses()).toBe("false,false");
  await trashPost(editor, { id });
  expect(await addresses()).toBe("false,false");
  await emptyTrash(days(31));
  expect(await addresses()).toBe("true,true");
  const another = await makePost({ slug: post.slug });
  await publishPost(editor, { id: another.id });
  expect(await addresses()).toBe("false,true");
});

test("what was public comes back from the trash unpublished, and everything else as it was", async () => {
  const was = { status: "published" } as const;
  const [published, review] = [await makePost(was), await makePost({ status: "in_review", publishedAt: null })];
  const tags = [
    monthTag(published),
    "list:posts",
    `missing:${published.slug}`,
    `post:${published.id}`,
    ...(await besideTags(privateDb, published.id)),
  ];
  expect((await heardDuring(() => trashPost(editor, { id: published.id }))).sort()).toEqual([...new Set(tags)].sort());
  expect(await heardDuring(() => trashPost(editor, { id: review.id }))).toEqual([]);
  expect(await stored(published.id)).toMatchObject({ status: "trash", trashedFrom: "published" });
  expect(await restorePost(editor, { id: published.id })).toEqual({ ok: true, status: "unpublished" });
  expect(await restorePost(editor, { id: review.id })).toEqual({ ok: true, status: "in_review" });
  expect(await stored(published.id)).toMatchObject({ status: "unpublished", trashedAt: null, trashedFrom: null });
});

test("after 30 days the trash is emptied, with comments and notes; the ledger keeps that it was", async () => {
  const lying = (trashedAt: Date) => makePost({ status: "trash", publishedAt: null, trashedAt, trashedFrom: "draft" });
  const [old, young] = [await lying(days(-30)), await lying(days(-29.9))];
  await makeComment({ postId: old.id, status: "approved" });
  await addNote(editor, { id: old.id, text: "Farewell" });
  expect(await emptyTrash()).toBe(1);
  expect(await emptyTrash()).toBe(0);
  expect(await privateDb.post.findMany({ where: { id: { in: [old.id, young.id] } }, select: { id: true } })).toEqual([{ id: young.id }]);
  expect(await privateDb.comment.count({ where: { postId: old.id } })).toBe(0);
  const entry = await privateDb.auditEvent.findFirst({ where: { subjectId: old.id, act: "post.delete" } });
  expect(entry).toMatchObject({ actorId: null, from: { status: "trash", slug: old.slug } });
});

test("a correction stands under what readers saw, and can be taken back; the page hears of both", async () => {
  const post = await makePost({ status: "published", ...by(author.id) });
  const { id } = post;
  let made = "";
  const hear = await heardDuring(async () => {
    const answer = await correctPost(author, { id, text: "An earlier version named the wrong year." });
    if (answer.ok) made = answer.id;
  });
  expect(hear).toEqual([`post:${id}`]);
  expect(await privateDb.correction.findMany({ where: { postId: id }, select: { id: true, userId: true, text: true } })).toEqual([
    { id: made, userId: author.id, text: "An earlier version named the wrong year." },
  ]);
  expect(await removeCorrection(contributor, { id: made })).toEqual(forbidden);
  expect(await heardDuring(() => removeCorrection(editor, { id: made }))).toEqual([`post:${id}`]);
  expect(await removeCorrection(editor, { id: made })).toEqual({ ok: false, error: "notFound" });
});

test("what readers never saw has nothing to correct", async () => {
  const { id } = await makePost();
  expect(await correctPost(editor, { id, text: "Wrong." })).toEqual({ ok: false, error: "wrongStatus" });
  expect(await correctPost(moderator, { id, text: "Wrong." })).toEqual(forbidden);
});
