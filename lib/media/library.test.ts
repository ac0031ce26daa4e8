import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { changeMedia } from "@/lib/media/change";
import { deleteMedia } from "@/lib/media/delete";
import { libraryPicture, listMedia } from "@/lib/media/newsroom";
import { presentFile } from "@/lib/media/public";
import { replaceMedia } from "@/lib/media/replace";
import { mediaStore, readPicture } from "@/lib/media/store";
import { discardFiles, EDITION_DAYS, sweepMedia } from "@/lib/media/sweep";
import { uploadMedia } from "@/lib/media/upload";
import { publishPost } from "@/lib/posts/publish";
import { publishedPost } from "@/lib/posts/public";
import { redrawPicture } from "@/lib/posts/redraw";
import { savePost } from "@/lib/posts/save";
import { makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

let editor: Actor;
beforeAll(async () => {
  editor = await makeUser({ name: "Ida" });
});

const fileOf = (background: string, width = 400) =>
  sharp({ create: { width, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

async function uploaded(by = editor, alt = "A red field") {
  const result = await uploadMedia(by, { bytes: await fileOf("#a33"), alt, fileName: "field.png" });
  if (!result.ok) throw new Error(result.error);
  return result;
}

const changeOf = (id: string) => ({ id, alt: "A blue field", caption: "At dusk", credit: "Ida", focalX: "10", focalY: "90" });

describe("a picture's texts and the place that crops keep", () => {
  test("are changed together, and the ledger tells who did it", async () => {
    const { id } = await uploaded();
    expect(await changeMedia(editor, changeOf(id))).toEqual({ ok: true });
    const stored = await privateDb.media.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({ alt: "A blue field", caption: "At dusk", credit: "Ida", focalX: 10, focalY: 90 });
    expect(await privateDb.auditEvent.count({ where: { subjectId: id, act: "media.change", actorId: editor.id } })).toBe(1);
  });

  test.each([
    ["alt", " ", "altRequired"],
    ["caption", "x".repeat(2001), "tooLong"],
    ["focalX", "101", "invalid"],
    ["focalY", "left", "invalid"],
  ])("a %s like %j is named, and nothing changes", async (field, value, code) => {
    const { id } = await uploaded();
    expect(await changeMedia(editor, { ...changeOf(id), [field]: value })).toMatchObject({
      ok: false,
      error: "invalid",
      fields: { [field]: [code] },
    });
    expect(await privateDb.media.findUniqueOrThrow({ where: { id } })).toMatchObject({ alt: "A red field", focalX: 50 });
  });

  test("of a lead picture are told to its post's readers", async () => {
    const { id } = await uploaded();
    const { slug } = await makePost({ status: "published", slug: "led", leadMediaId: id });
    await changeMedia(editor, changeOf(id));
    await redrawPicture({ mediaId: id });
    expect((await publishedPost(slug))?.leadMedia).toMatchObject({ alt: "A blue field", caption: "At dusk", focalX: 10 });
  });
});

describe("who may change a picture", () => {
  test("an author changes, replaces and deletes their own, not another's", async () => {
    const [author, other] = [await makeUser({ role: "author" }), await makeUser({ role: "author" })];
    const { id } = await uploaded(author);
    const bytes = await fileOf("#33a");
    for (const refused of [changeMedia(other, changeOf(id)), replaceMedia(other, { id, bytes }), deleteMedia(other, { id })])
      expect(await refused).toEqual({ ok: false, error: "forbidden" });
    expect(await changeMedia(author, changeOf(id))).toEqual({ ok: true });
    expect(await replaceMedia(author, { id, bytes })).toMatchObject({ ok: true });
    expect(await deleteMedia(author, { id })).toEqual({ ok: true });
  });

  test("nobody changes by it what others have made public; a contributor nothing that is public", async () => {
    const [author, contributor, other] = [
      await makeUser({ role: "author" }),
      await makeUser({ role: "contributor" }),
      await makeUser({ role: "author" }),
    ];
    const forbidden = { ok: false, error: "forbidden" };
    const by = ({ id }: Actor) => ({ authors: { create: { userId: id, position: 0 } } });
    const cases: [Actor, (id: string) => Promise<unknown>, boolean][] = [
      [author, (id) => makePost({ ...by(author), leadMediaId: id, status: "published" }), true],
      [author, (id) => makePost({ ...by(other), leadMediaId: id, status: "draft" }), true],
      [author, (id) => makePost({ ...by(other), leadMediaId: id, status: "published" }), false],
      [author, (id) => makePost({ ...by(other), status: "published", media: { create: { mediaId: id } } }), false],
      [author, (id) => privateDb.user.update({ where: { id: other.id }, data: { pictureId: id } }), false],
      [author, (id) => privateDb.setting.create({ data: { key: `logo-${id}`, value: id } }), false],
      [contributor, (id) => makePost({ ...by(contributor), leadMediaId: id, status: "draft" }), true],
      [contributor, (id) => makePost({ ...by(contributor), leadMediaId: id, status: "published" }), false],
    ];
    for (const [actor, use, may] of cases) {
      // Its files do not matter here.
      const row = { alt: "A field", width: 400, height: 300, widths: [320, 400], bytes: 1, uploadedById: actor.id };
      const { id } = await privateDb.media.create({ data: row });
      await use(id);
      expect(await libraryPicture(actor, id), String(use)).toMatchObject({ mayChange: may });
      expect(await changeMedia(actor, changeOf(id)), String(use)).toMatchObject(may ? { ok: true } : forbidden);
      // What may be replaced is judged next: this is nothing.
      expect(await replaceMedia(actor, { id, bytes: new Uint8Array([1]) }), String(use)).toMatchObject(
        may ? { ok: false, error: "notAPicture" } : forbidden,
      );
      expect(await changeMedia(editor, changeOf(id))).toEqual({ ok: true });
    }
    await privateDb.setting.deleteMany({ where: { key: { startsWith: "logo-" } } });
  });

  test("a moderator does none of it, and sees no picture's page", async () => {
    const moderator = await makeUser({ role: "moderator" });
    const { id } = await uploaded();
    for (const refused of [
      changeMedia(moderator, changeOf(id)),
      replaceMedia(moderator, { id, bytes: await fileOf("#33a") }),
      deleteMedia(moderator, { id }),
      libraryPicture(moderator, id),
    ])
      expect(await refused).toEqual({ ok: false, error: "forbidden" });
  });

  test("what is not there is not found", async () => {
    const id = crypto.randomUUID();
    for (const refused of [
      changeMedia(editor, changeOf(id)),
      deleteMedia(editor, { id }),
      deleteMedia(editor, { id: "x" }),
      libraryPicture(editor, "x"),
    ])
      expect(await refused).toEqual({ ok: false, error: "notFound" });
  });
});

const bodyWith = (id: string) => ({
  type: "doc",
  content: [{ type: "figure", attrs: { src: `/media/${id}/400.webp`, alt: "A field", caption: "", credit: "" } }],
});

const text = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A text." }] }] };

describe("where a picture is used", () => {
  test("a lead picture, one in the text, a portrait and a setting are named, and none can be deleted", async () => {
    const { id } = await uploaded();
    const lead = await makePost({ title: "Led", leadMediaId: id });
    const inText = await makePost({ title: "Shown", media: { create: { mediaId: id } } });
    await privateDb.user.update({ where: { id: editor.id }, data: { pictureId: id } });
    await privateDb.setting.create({ data: { key: "logo", value: { mediaId: id } } });
    const found = await libraryPicture(editor, id);
    expect(found.ok && found.uses).toMatchObject({
      leads: [{ id: lead.id, title: "Led" }],
      texts: [{ id: inText.id, title: "Shown" }],
      waiting: [],
      portraits: [{ name: "Ida" }],
      settings: ["logo"],
    });
    expect(await deleteMedia(editor, { id })).toEqual({ ok: false, error: "inUse" });
    await privateDb.setting.delete({ where: { key: "logo" } });
    await privateDb.user.update({ where: { id: editor.id }, data: { pictureId: null } });
    await privateDb.post.deleteMany({ where: { id: { in: [lead.id, inText.id] } } });
    expect(await deleteMedia(editor, { id })).toEqual({ ok: true });
  });

  test("a change that is not public yet counts, too", async () => {
    const { id } = await uploaded();
    const saved = await savePost(editor, { title: "Public", body: text, lang: "en" });
    if (!saved.ok) throw new Error(saved.error);
    expect(await publishPost(editor, { id: saved.id })).toMatchObject({ ok: true });
    const { version } = await privateDb.post.findUniqueOrThrow({ where: { id: saved.id }, select: { version: true } });
    await savePost(editor, { id: saved.id, version, title: "Public", body: bodyWith(id), lang: "en" });
    const found = await libraryPicture(editor, id);
    expect(found.ok && found.uses).toMatchObject({ texts: [], waiting: [{ id: saved.id, title: "Public", kind: "post" }] });
    expect(await deleteMedia(editor, { id })).toEqual({ ok: false, error: "inUse" });
  });
});

test("a deleted picture's files are gone, one that is there keeps them", async () => {
  const [gone, kept] = [await uploaded(), await uploaded()];
  await deleteMedia(editor, { id: gone.id });
  for (const { id } of [gone, kept]) await discardFiles({ mediaId: id });
  expect(await readPicture(gone.id, "400.webp")).toBeNull();
  expect(await readPicture(kept.id, "400.webp")).not.toBeNull();
});

describe("a replaced picture", () => {
  test("has new addresses, the old ones stay right, and its posts show the new file", async () => {
    const { id } = await uploaded();
    const { id: postId } = await makePost({ status: "published", body: bodyWith(id), bodySchema: 2, media: { create: { mediaId: id } } });
    const replaced = await replaceMedia(editor, { id, bytes: await fileOf("#33a", 700), fileName: "blue.png" });
    if (!replaced.ok) throw new Error(replaced.error);
    const { edition } = replaced;
    expect(await readPicture(id, "400.webp")).not.toBeNull();
    expect(await readPicture(id, `${edition}-700.avif`)).toMatchObject({ type: "image/avif" });
    await redrawPicture({ mediaId: id });
    const { bodyHtml } = await privateDb.post.findUniqueOrThrow({ where: { id: postId }, select: { bodyHtml: true } });
    expect(bodyHtml).toContain(`/media/${id}/${edition}-700.avif 700w`);
    expect(bodyHtml).toContain('width="700"');
  });

  test(`leads from the old files to the new ones after ${EDITION_DAYS} days, and is swept but once`, async () => {
    const { id } = await uploaded();
    const replaced = await replaceMedia(editor, { id, bytes: await fileOf("#33a", 700) });
    if (!replaced.ok) throw new Error(replaced.error);
    const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000);
    await sweepMedia(dayAfter(EDITION_DAYS - 1));
    expect(await readPicture(id, "320.jpg")).not.toBeNull();
    await sweepMedia(dayAfter(EDITION_DAYS + 1));
    expect(await readPicture(id, "320.jpg")).toBeNull();
    expect(await presentFile(id, "400.jpg")).toBe(`/media/${id}/${replaced.edition}-640.jpg`);
    expect(await readPicture(id, `${replaced.edition}-640.jpg`)).not.toBeNull();
    expect((await privateDb.media.findUniqueOrThrow({ where: { id } })).replacedAt).toBeNull();
  });

  test("is one of two that were sent at once; the other is told, and leaves no file", async () => {
    const { id } = await uploaded();
    const bytes = await fileOf("#33a", 700);
    const results = await Promise.all([replaceMedia(editor, { id, bytes }), replaceMedia(editor, { id, bytes })]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results).toContainEqual({ ok: false, error: "staleVersion" });
    for (const result of results) if (result.ok) expect(await readPicture(id, `${result.edition}-320.webp`)).not.toBeNull();
  });

  test("keeps what is being put in its place while the old files are swept away; what was left over goes later", async () => {
    const { id } = await uploaded();
    await privateDb.media.update({ where: { id }, data: { replacedAt: new Date(Date.now() - (EDITION_DAYS + 1) * 86_400_000) } });
    await mediaStore().write(id, [{ name: "77-320.webp", bytes: await fileOf("#33a") }]);
    await sweepMedia();
    expect(await readPicture(id, "77-320.webp"), "its row may name it in a moment").not.toBeNull();
    await sweepMedia(new Date(Date.now() + 25 * 3_600_000));
    expect(await readPicture(id, "77-320.webp")).toBeNull();
    expect(await readPicture(id, "320.webp")).not.toBeNull();
  });

  test("is refused what is no picture, and stays as it was", async () => {
    const { id } = await uploaded();
    expect(await replaceMedia(editor, { id, bytes: new Uint8Array(Buffer.from("<svg/>")) })).toEqual({ ok: false, error: "notAPicture" });
    expect(await privateDb.media.findUniqueOrThrow({ where: { id } })).toMatchObject({ edition: 1, replacedAt: null });
  });
});

test("files that an interrupted upload left are swept away, no others", async () => {
  const { id: kept } = await uploaded();
  const { id: left } = await uploaded();
  await privateDb.media.delete({ where: { id: left } });
  await sweepMedia();
  expect(await readPicture(left, "400.webp"), "it may be under way").not.toBeNull();
  await sweepMedia(new Date(Date.now() + 25 * 3_600_000));
  expect(await readPicture(left, "400.webp")).toBeNull();
  expect(await readPicture(kept, "400.webp")).not.toBeNull();
});

test.each([
  ["dünen", ["Die Dünen bei Ebbe"]],
  ["EBBE dünen", ["Die Dünen bei Ebbe"]],
  ["field.png 100%", ["100% wool"]],
  ["100%_", []],
  ["nothing of the kind", []],
])("the search for %j finds what holds each word, and takes % and _ literally", async (q, alts) => {
  await privateDb.media.deleteMany({ where: { alt: { in: ["Die Dünen bei Ebbe", "100% wool"] } } });
  await uploaded(editor, "Die Dünen bei Ebbe");
  await uploaded(editor, "100% wool");
  const found = await listMedia(editor, { q });
  expect(found.ok && found.pictures.map(({ alt }) => alt)).toEqual(alts);
});
