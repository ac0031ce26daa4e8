import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeSettings } from "@/e2e/settings";

const DARK = "rgb(21, 23, 26)";
const LIGHT = "rgb(255, 255, 255)";
const MOST_FONT_BYTES = 60_000;

test("a reader's choice of light or dark holds on every page and in the newsroom, without a cookie", async ({ page, publishedPost }) => {
  const { slug } = await publishedPost();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const choice = page.getByRole("contentinfo").getByRole("combobox", { name: "Appearance" });
  await expect(choice).toHaveValue("system");
  expect(await ground()).toBe(DARK);
  await choice.selectOption("Light");
  expect(await ground()).toBe(LIGHT);
  for (const path of [`/${slug}`, "/admin/sign-in"]) {
    await page.goto(path);
    expect(await ground(), path).toBe(LIGHT);
  }
  expect(await page.context().cookies()).toEqual([]);
  await page.goto(`/${slug}`);
  await expect(choice).toHaveValue("light");
  await choice.selectOption("As the device");
  expect(await ground()).toBe(DARK);
});

test("without JavaScript there is no choice, and the page is as the device has it", async ({ noScript: page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.getByText("Appearance")).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("background-color", DARK);
});

test("an article loads at most 60 KB of fonts, and comes in ours at the first visit", async ({ page, publishedPost }) => {
  // Firefox writes this hyphen where it divides a word.
  const { slug } = await publishedPost({ title: "Grüße aus München", lang: "de", bodyHtml: "<p>Donau\u2010Dampfschiff</p>" });
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".woff2")) sizes.push(response.body().then((body) => body.length));
  });
  await page.goto(`/${slug}`);
  await page.evaluate(() => document.fonts.ready);
  const bytes = await Promise.all(sizes);
  expect(bytes).toHaveLength(2);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_FONT_BYTES);
});

/** How wide a page's title runs, in whatever font it is drawn. */
const titleWidth = (page: Page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    return range.getBoundingClientRect().width;
  });

test("a phone's first page waits for no font; those that follow, and every later visit, come in ours", async ({ page, publishedPost }) => {
  const { slug } = await publishedPost();
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".woff2")) fonts.push(`${request.resourceType()} ${request.url().replace(/.*\/|-\w+\.woff2$/g, "")}`);
  });
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto(`/${slug}`);
  await page.evaluate(() => document.fonts.ready);
  expect(fonts).toEqual([]);
  const device = await titleWidth(page);
  // They are fetched when the page is there and quiet, and the page stays as it is.
  await expect.poll(() => fonts.toSorted()).toEqual(["fetch instrument-sans-core", "fetch newsreader-core"]);
  expect(await titleWidth(page)).toBe(device);
  await page.goto("/");
  await expect.poll(() => fonts).toContain("font newsreader-core");
  // A browser that is busy may leave out on a page (`optional`) what it has on its disk.
  await expect(async () => {
    await page.goto(`/${slug}`);
    await page.evaluate(() => document.fonts.ready);
    expect(await titleWidth(page)).not.toBe(device);
  }).toPass();
  expect(fonts.filter((font) => font.startsWith("fetch"))).toHaveLength(2);
});

test("without JavaScript a phone's first page comes in our fonts: nothing would fetch them later", async ({ noScript: page }) => {
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(request.url());
  });
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto("/");
  await expect.poll(() => fonts.length).toBe(2);
});

test("the newsroom's pages ask for their fonts with the document: one that came after the text would be left out", async ({
  signedInAs,
}) => {
  const { page } = await signedInAs("moderator");
  for (const path of ["/admin/sign-in", "/admin/comments"]) {
    const { link = "" } = (await page.request.get(path)).headers();
    const fonts = [...link.matchAll(/<([^>]+)>; rel=preload; as=font/g)].map(([, address = ""]) => address);
    expect(
      fonts.map((font) => font.replace(/-\w+\.woff2$/, "")),
      path,
    ).toEqual(["/fonts/newsreader-core", "/fonts/instrument-sans-core"]);
    for (const font of fonts) expect((await page.request.get(font)).status(), font).toBe(200);
  }
});

for (const { what, breaks, expected } of [
  {
    what: "allows no storage",
    breaks: () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      }),
    expected: ["font", "font"],
  },
  { what: "has no storage", breaks: () => Object.defineProperty(window, "localStorage", { value: null }), expected: ["font", "font"] },
  { what: "has no room left", breaks: () => localStorage.setItem("full", "x".repeat(5 * 2 ** 20 - 4)), expected: ["fetch", "fetch"] },
  { what: "loses its line", breaks: () => (window.fetch = () => Promise.reject(new TypeError("Failed to fetch"))), expected: [] },
]) {
  test(`a phone that ${what} has the fonts with the page, or none, and says nothing`, async ({ page, publishedPost }) => {
    const { slug } = await publishedPost();
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".woff2")) fonts.push(request.resourceType());
    });
    await page.setViewportSize({ width: 412, height: 823 });
    await page.clock.install();
    await page.addInitScript(breaks);
    await page.goto(`/${slug}`);
    await page.clock.runFor(3_000);
    await expect.poll(() => fonts).toEqual(expected);
    // Nothing is noted that was not fetched: the next page tries again.
    expect(await page.evaluate(() => document.documentElement.dataset.fonts === "" || !("fonts" in localStorage))).toBe(true);
  });
}

test("the accent and the fonts that the settings choose are on every page at once", async ({ page, site }) => {
  await storeSettings({ accent: "#003366", fonts: "sans" });
  try {
    const masthead = page.getByRole("banner");
    await expect(async () => {
      await page.goto("/");
      await expect(masthead).toHaveCSS("background-color", "rgb(0, 51, 102)", { timeout: 500 });
    }).toPass();
    await expect(masthead).toHaveCSS("color", LIGHT);
    const href = (await page.locator('link[href^="/look/"]').getAttribute("href")) ?? "";
    const kept = await page.request.get(site.url + href);
    const { "cache-control": cacheControl, "content-type": type } = kept.headers();
    expect([cacheControl, type]).toEqual(["public, max-age=31536000, immutable", "text/css; charset=utf-8"]);
    expect((await page.request.get(`${site.url}/look/0123456789abcdef.css`)).headers()["cache-control"]).toBe("no-store");
    expect((await page.request.get(`${site.url}/look/x.css`)).status()).toBe(404);
  } finally {
    await forgetStoredSettings();
  }
});
