import sharp from "sharp";
import type { APIResponse, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { forgetStoredSettings } from "@/e2e/settings";
import { picture } from "@/lib/media/schema";

const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#a33" } });

/** Uploads as the signed-in person's browser would. */
async function upload(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  alt: string,
  origin?: string,
): Promise<APIResponse> {
  // A page that shows nothing yet has no origin.
  const own = new URL((await page.request.get("/healthz")).url()).origin;
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
    ["960.avif", "image/avif"],
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

const files = async (...names: string[]) =>
  Promise.all(names.map(async (name) => ({ name, mimeType: "image/png", buffer: await photo(400, 300).png().toBuffer() })));

/** A picture that came in by the API, as the library then has it. */
async function inLibrary(page: Page, alt: string) {
  const [file] = await files("harbour.png");
  if (!file) throw new Error("no file");
  return picture.parse(await (await upload(page, file, alt)).json());
}

test("many pictures are described and uploaded at once; what is wrong stays, and what is right is in the library", async ({
  signedInAs,
}) => {
  const { page } = await signedInAs("author");
  await page.goto("/admin/media");
  const desk = page.getByRole("form", { name: "Upload a picture" });
  const svg = { name: "drawing.png", mimeType: "image/png", buffer: SVG };
  await desk.getByLabel("Choose pictures").setInputFiles([...(await files("quay.png", "mole.png", "wrong.png")), svg]);
  await desk.getByRole("button", { name: "Leave out wrong.png" }).click();
  const line = (name: string) => desk.getByRole("listitem", { name });
  await line("quay.png").getByLabel("Alternative text").fill("The quay at dawn");
  await line("drawing.png").getByLabel("Alternative text").fill("A drawing");
  await line("quay.png").getByLabel("Credit").fill("Ida Osterloh");
  await expectAccessible(page);
  await desk.getByRole("button", { name: "Upload 3 pictures" }).click();
  await expect(desk.getByRole("status")).toHaveText("1 picture is in the library now.");
  await expect(line("mole.png").getByLabel("Alternative text")).toBeFocused();
  await expect(line("drawing.png").getByText("is not a picture that can be used")).toBeVisible();
  await line("drawing.png").getByRole("button", { name: "Leave out" }).click();
  await line("mole.png").getByLabel("Alternative text").fill("The mole in fog");
  await page.keyboard.press("Enter");
  await expect(desk.getByRole("status")).toHaveText("2 pictures are in the library now.");
  await page.getByLabel("Search in texts").fill("quay osterloh");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "The quay at dawn" })).toBeVisible();
});

for (const way of ["dropped", "pasted"] as const) {
  test(`a picture that is ${way} waits to be described`, async ({ signedInAs }) => {
    const { page } = await signedInAs("author");
    await page.goto("/admin/media");
    await give(page, "form input[type=file]", way);
    await expect(page.getByRole("listitem", { name: "given.png" }).getByLabel("Alternative text")).toBeVisible();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("/admin/posts/new");
    await give(page, "[role=textbox][aria-multiline=true]", way);
    const dialog = page.getByRole("dialog", { name: "Pictures" });
    await dialog.getByLabel("Alternative text").fill("Given to the text");
    await dialog.getByRole("button", { name: "Upload and use" }).click();
    await expect(page.getByRole("textbox", { name: "Text", exact: true }).getByRole("img", { name: "Given to the text" })).toBeVisible();
  });
}

test("a picture of the clipboard is described, another comes from the library, and readers see both with what is under them", async ({
  signedInAs,
  page: reader,
}) => {
  const { page } = await signedInAs("editor");
  await inLibrary(page, "The lighthouse at noon");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/admin/posts/new");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Two pictures");
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.click();
  await page.keyboard.type("What was seen.");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const base64 = (await photo(30, 20).png().toBuffer()).toString("base64");
  await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
  }, base64);
  await page.keyboard.press("Control+V");
  const dialog = page.getByRole("dialog", { name: "Pictures" });
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(dialog.getByLabel("Alternative text")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Alternative text").fill("A red field");
  await dialog.getByLabel("Caption").fill("Red as far as one sees.");
  await dialog.getByLabel("Credit").fill("Ida Osterloh");
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(text.getByRole("img", { name: "A red field" })).toBeVisible();
  await page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Picture", exact: true }).click();
  await dialog.getByLabel("Search in texts").fill("lighthouse");
  await dialog.getByRole("button", { name: "The lighthouse at noon" }).click();
  await expect(text.getByRole("img", { name: "The lighthouse at noon" })).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Published. Readers see it now.")).toBeVisible();
  await reader.goto("/two-pictures");
  await expect(reader.getByRole("article").getByRole("figure").first()).toHaveText("Red as far as one sees. Ida Osterloh");
  for (const name of ["A red field", "The lighthouse at noon"]) {
    const seen = reader.getByRole("article").getByRole("img", { name });
    await expect(seen).toBeVisible();
    // Its colours lie under it.
    await expect(seen.locator("xpath=../..").locator("> img")).toHaveAttribute("src", /^data:image\/webp;base64,/);
  }
  await expectAccessible(reader);
});

test("the site's logo and accent are chosen, stand in the header of every page, and are taken back again", async ({
  signedInAs,
  page: reader,
}) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/settings");
  const group = page.getByRole("group", { name: "Logo" });
  await group.getByRole("button", { name: "Choose a picture" }).click();
  const dialog = page.getByRole("dialog", { name: "Pictures" });
  await dialog.getByLabel("Picture file").setInputFiles(await files("logo.png"));
  await dialog.getByLabel("Alternative text").fill("A red letter");
  await dialog.getByRole("button", { name: "Upload and use" }).click();
  await expect(group.getByRole("img", { name: "A red letter" })).toBeVisible();
  const accent = page.getByRole("textbox", { name: "Accent colour", exact: true });
  await accent.fill("wine");
  const save = page.getByRole("button", { name: "Save look and languages" });
  await save.click();
  await expect(page.getByText("Please enter a colour as # and six digits")).toBeVisible();
  await expect(accent).toHaveValue("wine");
  await accent.fill("7a1f3d");
  await expect(page.getByLabel("Pick the accent colour")).toHaveValue("#7a1f3d");
  await save.click();
  await expect(page.getByText("The settings are saved")).toBeVisible();
  const logo = reader.getByRole("banner").getByRole("link", { name: "Leserbrief" }).getByRole("img", { name: "Leserbrief" });
  await expect(async () => {
    await reader.goto("/");
    await expect(logo).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
  await expect(reader.getByRole("banner")).toHaveCSS("background-color", "rgb(122, 31, 61)");
  await page.reload();
  await expect(accent).toHaveValue("#7a1f3d");
  await group.getByRole("button", { name: "Remove the logo" }).click();
  await save.click();
  await expect(page.getByText("The settings are saved")).toBeVisible();
  await expect(async () => {
    await reader.goto("/");
    await expect(reader.getByRole("banner").getByRole("link", { name: "Leserbrief" })).toHaveText("Leserbrief", { timeout: 500 });
  }).toPass();
  await forgetStoredSettings();
});

/** Drops a picture on an element, or pastes it there, as a browser tells the page of it. */
async function give(page: Page, selector: string, way: "dropped" | "pasted"): Promise<void> {
  const base64 = (await photo(30, 20).png().toBuffer()).toString("base64");
  const target = page.locator(selector).first();
  await target.evaluate(
    (element, { data, how }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], "given.png", { type: "image/png" }));
      const common = { bubbles: true, cancelable: true };
      const events =
        how === "pasted"
          ? [new ClipboardEvent("paste", { ...common, clipboardData: carried })]
          : ["dragenter", "dragover", "drop"].map((name) => new DragEvent(name, { ...common, dataTransfer: carried }));
      for (const event of events) element.dispatchEvent(event);
    },
    { data: base64, how: way },
  );
}

test("a picture's texts and the place that crops keep are changed, and readers see them", async ({
  signedInAs,
  publishedPost,
  page: reader,
}) => {
  const { page } = await signedInAs("editor");
  const { id } = await inLibrary(page, "A harbour");
  const { slug } = await publishedPost({ title: "Under a picture", leadMediaId: id });
  await page.goto(`/admin/media/${id}`);
  await expect(page.getByRole("listitem").filter({ hasText: "Under a picture" })).toContainText("Over the text");
  await expect(page.getByText("It can be deleted once nothing uses it.")).toBeVisible();
  await page.getByLabel("Alternative text").fill("The harbour at low tide");
  await page.getByLabel("Caption").fill("Low tide in March.");
  await page.getByLabel("Credit").fill("Ida Osterloh");
  await page.getByLabel("From left to right").focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("From left to right")).toHaveValue("20");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await reader.goto(`/${slug}`);
  await expect(reader.getByRole("figure")).toContainText("Low tide in March. Ida Osterloh");
  await expect(reader.getByRole("img", { name: "The harbour at low tide" })).toBeVisible();
  await expect(reader.locator("picture source").first()).toHaveAttribute("type", "image/avif");
});

test("a replaced picture is shown at once, also where one writes, and its old address stays right", async ({
  signedInAs,
  publishedPost,
  request,
}) => {
  const { page } = await signedInAs("editor");
  const { id } = await inLibrary(page, "A harbour");
  const figure = { type: "figure", attrs: { src: `/media/${id}/400.webp`, alt: "In the text", caption: "", credit: "" } };
  const shown = { body: { type: "doc", content: [figure] }, bodySchema: 2, media: { create: { mediaId: id } } };
  const { slug, id: postId } = await publishedPost({ leadMediaId: id, ...shown });
  const widthInEditor = async () => {
    await page.goto(`/admin/posts/${postId}`);
    const inText = page.getByRole("textbox", { name: "Text", exact: true }).getByRole("img", { name: "In the text" });
    await expect(inText).toBeVisible();
    return inText.evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
  };
  expect(await widthInEditor()).toBe(400);
  expect(await (await request.get(`/${slug}`)).text()).toContain(`/media/${id}/400.avif`);
  await page.goto(`/admin/media/${id}`);
  const buffer = await photo(640, 300).png().toBuffer();
  await page.getByLabel("New file").setInputFiles({ name: "harbour-new.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Replace the file" }).click();
  await expect(page.getByText("Replaced.")).toBeVisible();
  await expect(page.getByText("harbour-new.png")).toBeVisible();
  const newFile = new RegExp(`/media/${id}/[0-9]+-640\\.avif`);
  await expect(async () => expect(await (await request.get(`/${slug}`)).text()).toMatch(newFile)).toPass();
  expect((await request.get(`/media/${id}/400.avif`)).status()).toBe(200);
  const [path] = newFile.exec(await (await request.get(`/${slug}`)).text()) ?? [];
  expect((await request.get(path ?? "")).headers()["content-type"]).toBe("image/avif");
  expect(await widthInEditor()).toBe(640);
});

test("a picture that nothing uses is deleted after one was asked; its file is gone", async ({ signedInAs, request }) => {
  const { page } = await signedInAs("author");
  const { id } = await inLibrary(page, "Nobody's harbour");
  await page.goto(`/admin/media/${id}`);
  await page.getByRole("button", { name: "Delete picture" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this picture for good?" });
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Delete picture" }).click();
  await dialog.getByRole("button", { name: "Delete picture" }).click();
  await expect(page).toHaveURL("/admin/media");
  await expect(page.getByRole("img", { name: "Nobody's harbour" })).toHaveCount(0);
  await expect(async () => expect((await request.get(`/media/${id}/400.webp`)).status()).toBe(404)).toPass();
});

test("an author sees a colleague's picture and its uses, but changes nothing of it", async ({ signedInAs }) => {
  const { page: editors } = await signedInAs("editor");
  const { id } = await inLibrary(editors, "A colleague's harbour");
  const { page } = await signedInAs("author");
  await page.goto(`/admin/media/${id}`);
  await expect(page.getByRole("img", { name: "A colleague's harbour" })).toBeVisible();
  await expect(page.getByText("Nothing uses it.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  const { page: moderators } = await signedInAs("moderator");
  expect((await moderators.goto("/admin/media"))?.status()).toBe(404);
});
