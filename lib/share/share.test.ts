import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { keepWithin, readCard } from "@/lib/share/card";
import { drawable, drawCard } from "@/lib/share/draw";
import { CARD, cardFile, cardOf } from "@/lib/share/public";
import { makePost } from "@/lib/testing/make";

const texts = { title: "Besuch in Pjöngjang", section: "Außenpolitik", site: "Leserbrief", accent: "#ffcc00" };
/** How many pixels of a part of a card are not paper. */
async function inked(card: Buffer, top: number, height: number): Promise<number> {
  const { data } = await sharp(card)
    .extract({ left: 0, top, width: CARD.width, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 200).length;
}

test("a card is a picture of the size that is shown whole, and says title, section and site", async () => {
  const card = await drawCard(texts);
  expect(await sharp(card).metadata()).toMatchObject({ format: "png", ...CARD });
  for (const [top, height] of [
    [70, 60],
    [150, 120],
    [500, 60],
  ] as const)
    expect(await inked(card, top, height)).toBeGreaterThan(200);
  expect(await inked(await drawCard({ ...texts, section: "", title: "" }), 70, 300)).toBe(0);
  // The bar above has the site's accent.
  const { data } = await sharp(await drawCard({ ...texts, accent: "#0a5c36" }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([0x0a, 0x5c, 0x36]);
});

test.each(["x".repeat(300), "Wort ".repeat(60), "<b>&amp;</b> <span foreground='red'>", "👩‍🚀🇩🇪 Emoji 1️⃣", "\ud800", "", "مرحبا"])(
  "the title %j is drawn or left out, and stays off the site's name",
  async (title) => {
    const card = await drawCard({ ...texts, title });
    const plain = await drawCard({ ...texts, title: "" });
    // The few colours of the file shift an edge here and there.
    const [beside, alone] = [await inked(card, 500, 130), await inked(plain, 500, 130)];
    expect(Math.abs(beside - alone)).toBeLessThan(alone / 20);
  },
);

test("where the font is missing no card is drawn in another one", async () => {
  await expect(drawCard(texts, "/nowhere/font.ttf")).rejects.toThrow("/nowhere/font.ttf");
});

test("emoji fall away, other scripts are not drawn as boxes", () => {
  expect(drawable("👩‍🚀 Zu den Sternen ☄️ – für 5 €")).toBe("Zu den Sternen – für 5 €");
  for (const text of ["Привет", "東京 Tokyo", "مرحبا"]) expect(drawable(text)).toBe("");
});

test("a published post's card is drawn once; a former name leads to the present one, a draft has none", async () => {
  const post = { ...(await makePost({ status: "published", title: `Card ${crypto.randomUUID()}` })), category: null };
  const file = new URL(cardOf(post, { name: "Leserbrief", accent: "#ffcc00" }).url).pathname.split("/").at(-1) ?? "";
  const found = await readCard(post.id, file);
  expect(found && "bytes" in found && (await sharp(found.bytes).metadata()).width).toBe(CARD.width);
  expect(await readdir(path.join(config().DATA_DIR, "share"))).toContain(file);
  expect(await readCard(post.id, file)).toEqual(found);
  await privateDb.post.update({ where: { id: post.id }, data: { title: "Another" } });
  expect(await readCard(post.id, file)).toEqual({
    movedTo: cardFile({ title: "Another", section: "", site: "Leserbrief", accent: "#ffcc00" }),
  });
  expect(await readCard(post.id, "../x")).toMatchObject({ movedTo: expect.stringMatching(/^[0-9a-f]{16}\.png$/) });
  expect(await readCard((await makePost()).id, file)).toBeNull();
  for (const id of ["x", "..", crypto.randomUUID()]) expect(await readCard(id, file)).toBeNull();
});

test("no more cards are kept than the disk shall hold", async () => {
  const folder = path.join(config().DATA_DIR, "share");
  for (let nth = 0; nth < 12; nth++) await writeFile(path.join(folder, `${nth}.png`), "");
  await keepWithin(10);
  expect((await readdir(folder)).length).toBe(9);
});
