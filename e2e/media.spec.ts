import sharp from "sharp";
import type { APIResponse, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { picture } from "@/lib/media/schema";

const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#a33" } });

/** Uploads as the signed-in person's browser would. */
async function upload(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  alt: string,
  origin?: string,
): Promise<APIResponse> {
  const own = new URL(page.url()).origin;
  return page.request.post("/api/media", { multipart: { file, alt }, headers: { origin: origin ?? own, accept: "application/json" } });
}

test("an uploaded picture is served in its widths, for good, and carries nothing of where it was taken", async ({
  signedInAs,
  request,
}) => {
  const { page } = await signedInAs("author");
  const buffer = await photo(1000, 600)
    .withExif({ IFD0: { Copyright: "A secret place" } })
    .jpeg()
    .toBuffer();
  const answer = await upload(page, { name: "photo.png", mimeType: "image/png", buffer }, "A red field");
  expect(answer.status()).toBe(200);
  const uploaded = picture.parse(await answer.json());
  expect(uploaded).toMatchObject({ alt: "A red field", width: 1000, height: 600, widths: [320, 640, 960, 1000] });
  for (const [file, type] of [
    ["640.webp", "image/webp"],
    ["1000.jpg", "image/jpeg"],
  ] as const) {
    const served = await request.get(`/media/${uploaded.id}/${file}`);
    expect(served.status()).toBe(200);
    expect(served.headers()).toMatchObject({
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    const bytes = await served.body();
    expect(bytes.includes("A secret place")).toBe(false);
    expect((await sharp(bytes).metadata()).width).toBe(parseInt(file));
  }
  for (const path of ["999.webp", "640.svg", "0640.webp", "../../keys"]) {
    expect((await request.get(`/media/${uploaded.id}/${path}`)).status(), path).toBe(404);
  }
});

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

test("what is no picture is refused, whatever it is called, and so is one without a text", async ({ signedInAs }) => {
  const { page } = await signedInAs("editor");
  const png = await photo(20, 20).png().toBuffer();
  const huge = await photo(9000, 5000).png({ compressionLevel: 9 }).toBuffer();
  const refused = [
    [{ name: "a.svg", mimeType: "image/svg+xml", buffer: SVG }, "x", 422, "notAPicture"],
    [{ name: "a.png", mimeType: "image/png", buffer: SVG }, "x", 422, "notAPicture"],
    [{ name: "a.png", mimeType: "image/png", buffer: HTML }, "x", 422, "notAPicture"],
    [{ name: "a.png", mimeType: "image/png", buffer: huge }, "x", 413, "pictureTooLarge"],
    [{ name: "a.png", mimeType: "image/png", buffer: Buffer.alloc(21 * 1024 * 1024) }, "x", 413, "pictureTooLarge"],
    [{ name: "a.png", mimeType: "image/png", buffer: Buffer.alloc(30 * 1024 * 1024) }, "x", 413, "tooLarge"],
    [{ name: "a.png", mimeType: "image/png", buffer: png }, " ", 422, "invalid"],
  ] as const;
  for (const [file, alt, status, error] of refused) {
    const answer = await upload(page, file, alt);
    expect(answer.status(), error).toBe(status);
    expect(await answer.json()).toMatchObject({ ok: false, error });
  }
});

test("only the newsroom's writers upload, and only from our own pages [C15]", async ({ signedInAs, request, site }) => {
  const file = { name: "a.png", mimeType: "image/png", buffer: await photo(20, 20).png().toBuffer() };
  const { page: moderators } = await signedInAs("moderator");
  expect((await upload(moderators, file, "x")).status()).toBe(403);
  const { page: editors } = await signedInAs("editor");
  expect((await upload(editors, file, "x", "https://elsewhere.example")).status()).toBe(403);
  const stranger = await request.post("/api/media", { multipart: { file, alt: "x" }, headers: { origin: site.url } });
  expect(stranger.status()).toBe(403);
  expect((await request.get("/api/media")).status()).toBe(403);
  expect((await upload(editors, file, "x")).status()).toBe(200);
});

test("the editor's dialog tells what is missing, keeps the text, and picks the uploaded picture", async ({ signedInAs }) => {
  const { page } = await signedInAs("editor");
  await page.goto("/admin/posts/new");
  await page.getByRole("button", { name: "Choose a picture" }).click();
  const dialog = page.getByRole("dialog", { name: "Pictures" });
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(dialog.getByLabel("Picture file")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Picture file")).toBeFocused();
  await dialog.getByLabel("Alternative text").fill("A red field");
  await dialog.getByLabel("Picture file").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: SVG });
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(dialog.getByText("is not a picture that can be used")).toBeVisible();
  await expect(dialog.getByLabel("Alternative text")).toHaveValue("A red field");
  await expectAccessible(page);
  const buffer = await photo(400, 300).png().toBuffer();
  await dialog.getByLabel("Picture file").setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("img", { name: "A red field" })).toBeVisible();
});
