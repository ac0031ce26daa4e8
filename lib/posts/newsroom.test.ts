import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { editablePost, editorChoices, findRelatable, listPosts, POSTS_PER_PAGE, previewLink } from "@/lib/posts/newsroom";
import { openPreviewKey, previewKey } from "@/lib/posts/preview-key";
import { makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser({ role: "editor" });
const author = await makeUser({ role: "author" });
const moderator = await makeUser({ role: "moderator" });
const forbidden = { ok: false, error: "forbidden" };
const byLine = (userId: string) => ({ authors: { create: { userId, position: 0 } } });

test.each([{}, { status: "draft" }])("pages of the list %j hold each post once, last touched first", async (asked) => {
  const mark = randomUUID();
  const same = new Date();
  for (let nth = 0; nth < POSTS_PER_PAGE + 5; nth++) await makePost({ title: `${mark} ${nth}`, updatedAt: same });
  const first = await listPosts(editor, { ...asked, q: mark.toUpperCase() });
  if (!first.ok || !first.next) throw new Error("there must be a second page");
  const second = await listPosts(editor, { ...asked, q: mark, after: first.next });
  if (!second.ok) throw new Error(second.error);
  expect(first.posts).toHaveLength(POSTS_PER_PAGE);
  expect(second).toMatchObject({ next: null });
  const ids = [...first.posts, ...second.posts].map(({ id }) => id);
  expect(new Set(ids).size).toBe(POSTS_PER_PAGE + 5);
  expect(ids).toEqual(ids.toSorted().reverse());
});

test("the list shows one status, or the static pages, when asked", async () => {
  const mark = randomUUID();
  const draft = await makePost({ title: mark });
  const published = await makePost({ title: mark, status: "published" });
  const page = await makePost({ title: mark, kind: "page" });
  const idsOf = async (query: object) => {
    const listed = await listPosts(editor, { q: mark, ...query });
    return listed.ok && listed.posts.map(({ id }) => id);
  };
  expect(await idsOf({})).toEqual([published.id, draft.id]);
  expect(await idsOf({ status: "draft" })).toEqual([draft.id]);
  expect(await idsOf({ kind: "page" })).toEqual([page.id]);
  expect(await idsOf({ status: "nonsense", after: "nonsense" })).toEqual([published.id, draft.id]);
});

test("an author sees the own posts, a moderator none; pages are the desk's", async () => {
  const mark = randomUUID();
  const own = await makePost({ title: mark, ...byLine(author.id) });
  const other = await makePost({ title: mark });
  expect(await listPosts(author, { q: mark })).toMatchObject({ ok: true, posts: [{ id: own.id }] });
  expect(await listPosts(author, { kind: "page" })).toEqual(forbidden);
  expect(await listPosts(moderator, {})).toEqual(forbidden);
  expect(await editablePost(author, own.id)).toMatchObject({ ok: true });
  expect(await editablePost(author, other.id)).toEqual(forbidden);
  expect(await editablePost(moderator, own.id)).toEqual(forbidden);
  expect(await editablePost(editor, "no id")).toEqual({ ok: false, error: "postNotFound" });
  expect(await previewLink(author, other.id)).toEqual(forbidden);
  expect(await editorChoices(moderator)).toEqual(forbidden);
});

test("Related Posts are found by part of their title; an author finds published ones and own drafts", async () => {
  const mark = randomUUID();
  const [own, others, published] = [
    await makePost({ title: `Own ${mark}`, ...byLine(author.id) }),
    await makePost({ title: `Another's ${mark}` }),
    await makePost({ title: `Public ${mark}`, status: "published" }),
  ];
  const found = async (actor: typeof editor, not?: string) => {
    const result = await findRelatable(actor, { q: mark.slice(4), not });
    return result.ok && result.posts.map(({ id }) => id).sort();
  };
  expect(await found(editor)).toEqual([own.id, others.id, published.id].sort());
  expect(await found(editor, others.id)).toEqual([own.id, published.id].sort());
  expect(await found(author)).toEqual([own.id, published.id].sort());
  expect(await findRelatable(moderator, { q: mark })).toEqual(forbidden);
  expect(await findRelatable(editor, { q: "\0%_\ud800" })).toMatchObject({ ok: true });
});

test("by-lines are offered of those who write here now", async () => {
  const gone = await makeUser({ name: "Gone" });
  await privateDb.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  const choices = await editorChoices(editor);
  if (!choices.ok) throw new Error(choices.error);
  const ids = choices.writers.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([editor.id, author.id]));
  expect(ids).not.toContain(moderator.id);
  expect(ids).not.toContain(gone.id);
});

/** A key with one of its bytes changed: of the id, of the time, of the signature. */
function changedAt(key: string, at: number): string {
  const bytes = Buffer.from(key, "base64url");
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString("base64url");
}

test("a preview's key opens its post for a week, and no other", () => {
  const [id, now] = [randomUUID(), new Date("2026-11-24T12:00:00Z")];
  const key = previewKey(id, now);
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  expect(openPreviewKey(key, later(6.9))).toBe(id);
  expect(openPreviewKey(key, later(7))).toBe(null);
  for (const at of [0, 15, 16, 21, 22]) expect(openPreviewKey(changedAt(key, at), now)).toBe(null);
  expect(openPreviewKey(`${key}x`, now)).toBe(null);
  expect(openPreviewKey("", now)).toBe(null);
});
