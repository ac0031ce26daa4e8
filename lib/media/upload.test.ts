import { readdir } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { listMedia } from "@/lib/media/newsroom";
import { MAX_UPLOAD_BYTES } from "@/lib/media/schema";
import { readPicture } from "@/lib/media/store";
import { uploadMedia } from "@/lib/media/upload";
import { makeUser } from "@/lib/testing/make";

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#a33" } });
}

async function fileOf(id: string, name: string): Promise<Buffer> {
  const file = await readPicture(id, name);
  if (!file) throw new Error(`${name} is not there`);
  return Buffer.from(file.bytes);
}

test("a picture is made anew in every width up to its own, as WebP and JPEG", async () => {
  const editor = await makeUser();
  const result = await uploadMedia(editor, { bytes: await picture(1000, 500).png().toBuffer(), alt: "  Ein rotes Feld " });
  expect(result).toMatchObject({ ok: true, alt: "Ein rotes Feld", width: 1000, height: 500, widths: [320, 640, 960, 1000] });
  if (!result.ok) return;
  for (const width of result.widths) {
    expect(await sharp(await fileOf(result.id, `${width}.webp`)).metadata()).toMatchObject({ format: "webp", width, height: width / 2 });
    expect(await sharp(await fileOf(result.id, `${width}.jpg`)).metadata()).toMatchObject({ format: "jpeg", width, height: width / 2 });
  }
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: result.id }, select: { act: true, actorId: true } })).toEqual([
    { act: "media.upload", actorId: editor.id },
  ]);
});

test.each(["jpeg", "png", "webp", "avif", "gif"] as const)("%s is a picture", async (format) => {
  const bytes = await picture(40, 30).toFormat(format).toBuffer();
  expect(await uploadMedia(await makeUser(), { bytes, alt: "x" })).toMatchObject({ ok: true, width: 40, height: 30, widths: [40] });
});

test("a picture never grows beyond 1920 pixels, nor is it enlarged", async () => {
  const large = await uploadMedia(await makeUser(), { bytes: await picture(2400, 1200).jpeg().toBuffer(), alt: "x" });
  expect(large).toMatchObject({ ok: true, width: 2400, height: 1200, widths: [320, 640, 960, 1280, 1920] });
});

test("where it was taken is dropped, and it stands upright", async () => {
  const bytes = await picture(60, 40)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: "Geheimer Ort" }, IFD3: { GPSLatitude: "52/1 31/1 12/1" } })
    .jpeg()
    .toBuffer();
  expect(bytes.includes("Geheimer Ort")).toBe(true);
  const result = await uploadMedia(await makeUser(), { bytes, alt: "x" });
  expect(result).toMatchObject({ ok: true, width: 40, height: 60 });
  if (!result.ok) return;
  for (const name of ["40.webp", "40.jpg"]) {
    const kept = await fileOf(result.id, name);
    expect(kept.includes("Geheimer Ort")).toBe(false);
    expect(await sharp(kept).metadata()).not.toHaveProperty("exif");
    expect(await sharp(kept).metadata()).toMatchObject({ width: 40, height: 60 });
  }
});

test("what else a file carries does not come along", async () => {
  const bytes = Buffer.concat([await picture(20, 20).jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
  const result = await uploadMedia(await makeUser(), { bytes, alt: "x" });
  expect(result.ok && (await fileOf(result.id, "20.jpg")).includes("<script>")).toBe(false);
});

const frame = (background: string) =>
  sharp({ create: { width: 10, height: 10, channels: 3, background } })
    .png()
    .toBuffer();
const notPictures: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ["an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')],
  ["a page", () => Buffer.from("<!doctype html><p>Hallo</p>")],
  ["a script that begins like a GIF", () => Buffer.from("GIF89a/*x*/=1;alert(1)")],
  ["a TIFF", () => picture(10, 10).tiff().toBuffer()],
  ["a PDF", () => Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")],
  ["half a JPEG", async () => (await picture(400, 300).jpeg().toBuffer()).subarray(0, 900)],
  [
    "a moving GIF",
    async () =>
      sharp([await frame("red"), await frame("blue")], { join: { animated: true } })
        .gif()
        .toBuffer(),
  ],
];

test.each(notPictures)("%s is no picture, whatever it is called", async (_, bytes) => {
  expect(await uploadMedia(await makeUser(), { bytes: await bytes(), alt: "x" })).toEqual({ ok: false, error: "notAPicture" });
});

test("45 megapixels in 140 KB are refused before they are decoded", async () => {
  const bytes = await picture(9000, 5000).png({ compressionLevel: 9 }).toBuffer();
  const editor = await makeUser();
  const begun = process.memoryUsage().rss;
  expect(await uploadMedia(editor, { bytes, alt: "x" })).toEqual({ ok: false, error: "pictureTooLarge" });
  expect(process.memoryUsage().rss - begun).toBeLessThan(60_000_000);
});

test("a file over 20 MB is refused, and a line of 20,000 pixels", async () => {
  const editor = await makeUser();
  expect(await uploadMedia(editor, { bytes: new Uint8Array(MAX_UPLOAD_BYTES + 1), alt: "x" })).toEqual({
    ok: false,
    error: "pictureTooLarge",
  });
  const line = await picture(20_000, 2).png().toBuffer();
  expect(await uploadMedia(editor, { bytes: line, alt: "x" })).toEqual({ ok: false, error: "pictureTooLarge" });
});

test.each([
  ["", "altRequired"],
  [" \n\u0000", "altRequired"],
  ["x".repeat(1001), "tooLong"],
])("an alternative text like %j is named, and nothing is kept", async (alt, code) => {
  const before = await privateDb.media.count();
  const bytes = await picture(10, 10).png().toBuffer();
  expect(await uploadMedia(await makeUser(), { bytes, alt })).toMatchObject({ ok: false, error: "invalid", fields: { alt: [code] } });
  expect(await privateDb.media.count()).toBe(before);
});

test("a moderator uploads nothing and sees no list", async () => {
  const moderator = await makeUser({ role: "moderator" });
  expect(await uploadMedia(moderator, { bytes: await picture(10, 10).png().toBuffer(), alt: "x" })).toEqual({
    ok: false,
    error: "forbidden",
  });
  expect(await listMedia(moderator, {})).toEqual({ ok: false, error: "forbidden" });
});

test("nothing half-made is left beside the pictures", async () => {
  const editor = await makeUser();
  await uploadMedia(editor, { bytes: await picture(10, 10).png().toBuffer(), alt: "x" });
  await expect(
    uploadMedia({ ...editor, id: crypto.randomUUID() }, { bytes: await picture(10, 10).png().toBuffer(), alt: "x" }),
  ).rejects.toThrow();
  const ids = (await privateDb.media.findMany({ select: { id: true } })).map(({ id }) => id);
  expect((await readdir(path.join(config().DATA_DIR, "media"))).sort()).toEqual(ids.sort());
});

test.each(["../../pg.json", "0320.webp", "320.WEBP", "320.svg", "320.webp/", "%2e%2e"])(
  "only the one spelling of a file is answered, not %s",
  async (file) => {
    const result = await uploadMedia(await makeUser(), { bytes: await picture(320, 10).png().toBuffer(), alt: "x" });
    expect(result.ok && (await readPicture(result.id, "320.webp"))).toMatchObject({ type: "image/webp" });
    expect(result.ok && (await readPicture(result.id, file))).toBeNull();
    expect(result.ok && (await readPicture(`../media/${result.id}`, "320.webp"))).toBeNull();
  },
);

test("the newest pictures come first, a page at a time, none twice", async () => {
  const editor = await makeUser();
  for (let n = 0; n < 30; n++)
    await privateDb.media.create({ data: { alt: `${n}`, width: 1, height: 1, widths: [1], bytes: 1, uploadedById: editor.id } });
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listMedia(editor, { after });
    if (!page.ok) throw new Error(page.error);
    seen.push(...page.pictures.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(
    (await privateDb.media.findMany({ select: { id: true } }))
      .map(({ id }) => id)
      .sort()
      .reverse(),
  );
});
