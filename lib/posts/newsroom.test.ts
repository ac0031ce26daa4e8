import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { editablePost, editorChoices, findRelatable } from "@/lib/posts/newsroom";
import { makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser({ role: "editor" });
const author = await makeUser({ role: "author" });
const moderator = await makeUser({ role: "moderator" });
const forbidden = { ok: false, error: "forbidden" };
const byLine = (userId: string) => ({ authors: { create: { userId, position: 0 } } });

test("an author opens the own posts, a moderator none", async () => {
  const mark = randomUUID();
  const own = await makePost({ title: mark, ...byLine(author.id) });
  const other = await makePost({ title: mark });
  expect(await editablePost(author, own.id)).toMatchObject({ ok: true });
  expect(await editablePost(author, other.id)).toEqual(forbidden);
  expect(await editablePost(moderator, own.id)).toEqual(forbidden);
  expect(await editablePost(editor, "no id")).toEqual({ ok: false, error: "postNotFound" });
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
