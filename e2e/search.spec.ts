import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import { learnWords } from "@/lib/search/learn-words";
import { makePost } from "@/lib/testing/make";

const marks = (page: import("@playwright/test").Page) => page.locator("main mark");

test("without scripts a reader searches from any page, narrows, pages on and back, and is told what to do where nothing is [C3]", async ({
  noScript: page,
  publishedPost,
}) => {
  for (let n = 0; n < 12; n++) await publishedPost({ title: `Quokkas, part ${n}`, lang: n ? "en" : "de", bodyText: "Nothing about them." });
  await makePost({ title: "A quokka that nobody may see" });
  const { slug } = await publishedPost({
    title: "Elsewhere",
    bodyText: `${"One more sentence. ".repeat(40)}The last quokka sleeps. ${"The end. ".repeat(40)}`,
  });
  await learnWords();
  await page.goto(`/${slug}`);
  await page.getByRole("search").getByRole("searchbox").fill("quokka");
  await page.getByRole("search").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL("/search?q=quokka");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: quokka");
  await expect(page.getByRole("status")).toHaveText("13 results for quokka");
  await expect(page.getByRole("searchbox")).toHaveValue("quokka");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/search$/);
  await expect(marks(page).first()).toHaveText("Quokkas");
  await expect(page.getByRole("article")).toHaveCount(10);
  await page.locator("main a[rel=next]").click();
  await expect(page.getByRole("article").last()).toContainText("… ");
  await expect(page.getByRole("article").last().locator("mark")).toHaveText("quokka");
  await page.locator("main a[rel=prev]").click();
  await expect(page.getByRole("article")).toHaveCount(10);

  await page.getByText("Filter and sort").click();
  await page.getByLabel("Language").selectOption({ label: "German" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\/search\?q=quokka&.*lang=de/);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article").getByRole("heading")).toHaveAttribute("lang", "de");
  await page.getByRole("article").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quokkas, part 0");

  await page.goto("/search?q=quokak");
  await expect(page.locator("main")).toContainText("Did you mean quokka?");
  await expect(page.getByRole("article")).toHaveCount(10);
  await page.goto("/search?q=xyzzyxyzzy&time=week");
  await expect(page.getByRole("status")).toContainText("Nothing was found for xyzzyxyzzy with these filters");
  await expect(page.getByRole("heading", { name: "What to try" })).toBeVisible();
  await page.goto("/search");
  await expect(page.getByRole("heading", { name: "How to search" })).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
});

test("posts are suggested while one types, by the keyboard as the practices for a combobox say, and nothing is loaded before [C5]", async ({
  page,
  publishedPost,
}) => {
  for (const n of ["One", "Two"]) await publishedPost({ title: `Numbat ${n}`, slug: `numbat-${n.toLowerCase()}` });
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto("/numbat-one");
  expect(loaded.filter((path) => /search|island.*search/.test(path))).toEqual([]);
  const field = page.getByRole("search").locator("input");
  await field.focus();
  await expect(page.getByRole("combobox", { name: "Search the posts" })).toBeFocused();
  await field.pressSequentially("numbat");
  const options = page.getByRole("search").getByRole("option");
  await expect(options).toHaveCount(2);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("Suggestions: 2");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("[role=option][aria-selected=true]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue("numbat");
  await page.keyboard.press("ArrowDown");
  await expect(options).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/numbat-(one|two)$/);

  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  await page.getByRole("search").locator("input").fill("numbat OR Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen");
  await page.keyboard.press("Enter");
  // Other tests may have used the long word.
  await expect(page.getByRole("article").filter({ hasText: "Numbat" })).toHaveCount(2);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("whatever is asked is answered below 500; too much or no word is told, and kept in the field; too often is 429 [C4][C9]", async ({
  page,
  request,
}) => {
  const long = "ä".repeat(1500);
  await page.goto(`/search?q=${encodeURIComponent(long)}`);
  await expect(page.getByRole("alert").filter({ hasText: "at most 200 characters" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue(long);
  await page.goto("/search?q=%3F!");
  await expect(page.getByRole("alert").filter({ hasText: "at least one word" })).toBeVisible();
  const asked = [
    "q=a%00b",
    "q=%E0%A4%A",
    "q='%22%3B--",
    "q=a&after=x",
    `q=${"a+".repeat(90)}`,
    "q=%22%22%22-&category=..%2F",
    "q=x&q=y&lang[]=de",
  ];
  for (const query of [...asked, `q=${"x".repeat(10_000)}`]) {
    for (const path of ["/search", "/search/suggestions"])
      expect((await request.get(`${path}?${query}`)).status(), query).toBeLessThan(500);
  }
  expect(await (await request.get("/search/suggestions")).json()).toEqual([]);
  await expect.poll(async () => (await request.get(`/search?q=${Math.random()}`)).status(), { intervals: [0], timeout: 60_000 }).toBe(429);
  const refused = await request.get("/search?q=more");
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await refused.text()).toContain("try again later");
  expect((await request.get("/search")).status(), "the form itself").toBe(200);
});

test("in German the search speaks German, and a search engine is told of it on the front page", async ({ page }) => {
  await storeLocale("de");
  try {
    await expect(async () => {
      await page.goto("/search");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Suche", { timeout: 500 });
    }).toPass();
    await page.goto("/");
    const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? "");
    expect(data).toMatchObject({
      "@type": "WebSite",
      potentialAction: { "@type": "SearchAction", "query-input": "required name=search_term_string" },
    });
  } finally {
    await forgetStoredSettings();
  }
});
