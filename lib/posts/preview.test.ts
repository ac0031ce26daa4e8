import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { correctPost } from "@/lib/posts/correct";
import { endPreview } from "@/lib/posts/end-preview";
import { previewedPost } from "@/lib/posts/own";
import { postPreview } from "@/lib/posts/preview-links";
import { publishedPost } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import { sharePreview } from "@/lib/posts/share-preview";
import { updatePost } from "@/lib/posts/update";
import { makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser({ role: "editor" });
const author = await makeUser({ role: "author" });
const [now, dayMs] = [new Date(), 86_400_000];
const later = (days: number) => new Date(now.getTime() + days * dayMs);
const textOf = (words: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] });

async function shared(postId: string, more: object = {}): Promise<string> {
  const made = await sharePreview(editor, { id: postId, ...more }, now);
  if (!made.ok) throw new Error(made.error);
  return made.path.replace("/preview/", "");
}

/** A key with one of its bytes changed. */
function changedAt(key: string, at: number): string {
  const bytes = Buffer.from(key, "base64url");
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString("base64url");
}

test("a link opens its post's preview until its day, and no other key does", async () => {
  const post = await makePost({ title: "To preview" });
  const key = await shared(post.id, { days: "1" });
  expect(await previewedPost(key, later(0.9))).toMatchObject({ id: post.id, title: "To preview", expiresAt: later(1) });
  expect(await previewedPost(key, later(1))).toBe(null);
  for (const at of [0, 15, 16, 31]) expect(await previewedPost(changedAt(key, at), now)).toBe(null);
  for (const wrong of [`${key}x`, "", randomUUID()]) expect(await previewedPost(wrong, now)).toBe(null);
});

test("a link that was ended opens nothing, and stays ended", async () => {
  const post = await makePost();
  const key = await shared(post.id);
  const listed = await postPreview(editor, post.id, now);
  if (!listed.ok) throw new Error(listed.error);
  expect(listed.links).toMatchObject([{ path: `/preview/${key}`, isOwn: true }]);
  const id = listed.links[0]?.id;
  expect(await endPreview(author, { id })).toEqual({ ok: false, error: "forbidden" });
  expect(await endPreview(editor, { id })).toEqual({ ok: true });
  expect(await endPreview(editor, { id })).toEqual({ ok: true });
  expect(await endPreview(editor, { id: randomUUID() })).toEqual({ ok: false, error: "notFound" });
  expect(await previewedPost(key, now)).toBe(null);
  expect(await postPreview(editor, post.id, now)).toMatchObject({ links: [] });
  const ledger = await privateDb.auditEvent.findMany({ where: { subjectId: post.id }, orderBy: { id: "asc" }, select: { act: true } });
  expect(ledger.map(({ act }) => act)).toEqual(["post.sharePreview", "post.endPreview"]);
});

test("an own link that opens for some time yet is given again when it will do", async () => {
  const post = await makePost();
  const key = await shared(post.id, { days: 1 });
  expect(await shared(post.id, { reuse: true })).toBe(key);
  expect(await shared(post.id)).not.toBe(key);
  expect(await sharePreview(author, { id: post.id })).toEqual({ ok: false, error: "forbidden" });
  expect(await sharePreview(editor, { id: post.id, days: 1000 })).toMatchObject({ fields: { days: ["invalidChoice"] } });
  expect(await postPreview(author, post.id)).toEqual({ ok: false, error: "forbidden" });
});

test("the preview of a public post shows what was saved last; its readers do not see it yet", async () => {
  const made = await savePost(editor, { title: "First", body: textOf("One."), lang: "en" });
  if (!made.ok) throw new Error(made.error);
  await publishPost(editor, { id: made.id });
  await savePost(editor, { id: made.id, version: 1, title: "Second", body: textOf("Two."), lang: "de" });
  const key = await shared(made.id);
  expect(await previewedPost(key, now)).toMatchObject({ title: "Second", bodyHtml: "<p>Two.</p>", lang: "de" });
  expect(await privateDb.post.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({ title: "First" });
});

test("a preview shows all that the public page does: corrections, the date of its update, tags, by-lines", async () => {
  const tag = await privateDb.tag.create({ data: { name: "Harbours", slug: "harbours" }, select: { id: true } });
  const made = await savePost(editor, { title: "Both", body: textOf("The same."), lang: "en", tagIds: [tag.id] });
  if (!made.ok) throw new Error(made.error);
  const { id, slug } = made;
  await publishPost(editor, { id });
  await updatePost(editor, { id, version: 1, showAsUpdated: true });
  await correctPost(editor, { id, text: "An earlier version named the wrong year." });
  const key = await shared(id);
  const readers = await publishedPost(slug);
  const seen = { corrections: readers?.corrections, revisedAt: readers?.revisedAt, tags: readers?.tags, authors: readers?.authors };
  expect(seen).toMatchObject({
    corrections: [{ text: "An earlier version named the wrong year." }],
    revisedAt: expect.any(Date),
    tags: [{ slug: "harbours" }],
  });
  expect(await previewedPost(key, now)).toMatchObject(seen);
  await savePost(editor, { id, version: 1, title: "Both", body: textOf("Another."), lang: "en", tagIds: [] });
  expect(await previewedPost(key, now)).toMatchObject({ ...seen, tags: [] });
});

test("the preview of what is not finished leaves out what cannot be shown yet", async () => {
  const figure = { type: "figure", attrs: { src: `/media/${randomUUID()}/800.webp`, alt: "" } };
  const body = { type: "doc", content: [...textOf("Before.").content, figure, ...textOf("After.").content] };
  const made = await savePost(editor, { title: "", body, lang: "en", categoryId: "none" });
  if (!made.ok) throw new Error(made.error);
  expect(await previewedPost(await shared(made.id), now)).toMatchObject({
    title: "",
    bodyHtml: "<p>Before.</p><p>After.</p>",
    category: null,
  });
});
