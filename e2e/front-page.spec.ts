import { expect, expectAccessibleInBoth, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { POSTS_PER_PAGE } from "@/lib/posts/list-pages";
import { publishPost } from "@/lib/posts/publish";
import { rankDiscussed } from "@/lib/posts/rank-discussed";
import { makePost, makeUser } from "@/lib/testing/make";

/** The list has changed: what the acts say in their transaction, for posts that a test wrote directly. */
async function tellOfPosts(): Promise<void> {
  await privateDb.$transaction((tx) => markChanged(tx, tags.posts(), tags.pages()));
}

test("the front page shows the newest posts first, with standfirst, category and date, and leads to them [C1]", async ({ page }) => {
  const category = await privateDb.category.create({ data: { name: "Harbour", slug: `harbour-${Date.now()}` } });
  const publishedAt = new Date(Date.now() - 1000);
  await makePost({ title: "The older story", status: "published", publishedAt: new Date(publishedAt.getTime() - 1000) });
  await makePost({
    title: "The newest story",
    standfirst: "What it is about.",
    slug: "the-newest-story",
    categoryId: category.id,
    status: "published",
    publishedAt,
  });
  await makePost({ title: "A secret draft" });
  await tellOfPosts();
  const newest = page.getByRole("article").filter({ hasText: "The newest story" });
  await expect(async () => {
    await page.goto("/");
    await expect(newest).toBeVisible({ timeout: 500 });
  }).toPass();
  // What other tests of this server published a moment ago may stand before and between them.
  const titles = await page.getByRole("article").getByRole("heading").allTextContents();
  expect(titles.filter((title) => title.endsWith("story"))).toEqual(["The newest story", "The older story"]);
  await expect(page.getByText("A secret draft")).toHaveCount(0);
  await expect(newest).toContainText("What it is about.");
  await expect(newest).toContainText("Harbour");
  await expect(newest.locator("time")).toHaveAttribute("datetime", publishedAt.toISOString());
  await newest.getByRole("link", { name: "The newest story" }).click();
  await expect(page).toHaveURL("/the-newest-story");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The newest story");
});

test("older posts are reached by plain links, without scripts, and so is the way back", async ({ noScript: page }) => {
  for (let n = 0; n <= POSTS_PER_PAGE; n++)
    await makePost({ title: `Story ${n}`, status: "published", publishedAt: new Date(2000, 0, 1, 0, n) });
  await tellOfPosts();
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Older posts" })).toBeVisible({ timeout: 500 });
  }).toPass();
  const titles = new Set<string>();
  for (;;) {
    for (const title of await page.getByRole("article").getByRole("heading").allTextContents()) titles.add(title);
    const next = page.locator("main a[rel=next]");
    if (!(await next.count())) break;
    await next.click();
  }
  for (let n = 0; n <= POSTS_PER_PAGE; n++) expect(titles).toContain(`Story ${n}`);
  const previous = page.locator("main a[rel=prev]");
  while (await previous.count()) await previous.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Newest posts");
});

test("the first Tab stop skips to the content, and static pages stand in the footer [C5]", async ({ page }) => {
  await makePost({ title: "Imprint", slug: "imprint", kind: "page", status: "published" });
  await tellOfPosts();
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("contentinfo").getByRole("link", { name: "Imprint" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("the front page breaks no rule of WCAG 2.2 AA in light and dark, and fits into 320 pixels [C5]", async ({ page, publishedPost }) => {
  await publishedPost({ title: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", lang: "de" });
  await tellOfPosts();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBoth(page);
});

test("the archive lists the months with their posts; WordPress's address of a month leads there in one hop", async ({
  page,
  request,
  site,
}) => {
  const editor = await makeUser();
  const old = await makePost({ title: "Found again", status: "unpublished", publishedAt: new Date("1987-06-19T12:00:00Z") });
  expect((await request.get("/archive/1987-06")).status()).toBe(404);
  expect(await publishPost(editor, { id: old.id })).toMatchObject({ ok: true });
  await expect.poll(async () => (await request.get("/archive/1987-06")).status(), { timeout: 1000 }).toBe(200);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Archive" }).click();
  const month = page.getByRole("listitem").filter({ hasText: "June 1987" });
  await expect(month).toHaveText("June 1987 1 post");
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBoth(page);
  await month.getByRole("link").click();
  await expect(page).toHaveTitle("June 1987 – Leserbrief");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("June 1987");
  await expect(page.getByRole("link", { name: "Found again" })).toBeVisible();
  await expect(page.locator("head link[rel=canonical]")).toHaveAttribute("href", `${site.url}/archive/1987-06`);
  await expect(page.getByRole("navigation", { name: "You are here" }).getByRole("link")).toHaveText(["Leserbrief", "Archive"]);
  for (const [path, to] of Object.entries({ "/1987/06/": "/archive/1987-06", "/1987/06/19/": "/archive/1987-06", "/1987/": "/archive" })) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([308, to]);
  }
  for (const path of ["/archive/1987-07", "/archive/1987-13", "/archive/0000-01", "/archive/x", "/1987/07/"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("the post that readers answer most these days stands on the front page", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost({ title: "Much ado" });
  const reply = { postId, name: "Grace", body: "Ado.", status: "approved", decidedAt: new Date() } as const;
  // More than any other test's post has.
  await privateDb.comment.createMany({ data: Array.from({ length: 999 }, () => reply) });
  await rankDiscussed();
  const first = page.getByRole("region", { name: "Most discussed" }).getByRole("listitem").first();
  await expect(async () => {
    await page.goto("/");
    await expect(first).toContainText("Much ado", { timeout: 500 });
  }).toPass();
  await first.getByRole("link", { name: "999 replies in seven days" }).click();
  await expect(page).toHaveURL(`/${slug}#comments`);
});

test("robots.txt names the sitemap and forbids the newsroom; the sitemap names what is public [C3]", async ({
  request,
  site,
  publishedPost,
}) => {
  const { slug, publishedAt } = await publishedPost();
  const { slug: draft } = await makePost();
  await tellOfPosts();
  const month = `/sitemap-posts-${(publishedAt ?? new Date()).toISOString().slice(0, 7)}.xml`;
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  expect(robots).toMatch(/^Disallow: \/admin$/m);
  const map = async (path: string) => (await request.get(path)).text();
  await expect.poll(() => map("/sitemap.xml")).toContain(`<loc>${site.url}${month}</loc>`);
  for (const path of [month, "/sitemap-news.xml"]) {
    await expect.poll(() => map(path)).toContain(`<loc>${site.url}/${slug}</loc>`);
    expect(await map(path)).not.toContain(draft);
  }
  for (const path of ["/sitemap-nothing.xml", "/sitemaps/news", "/sitemap-posts-1999-01.xml"])
    expect((await request.get(path)).status()).toBe(404);
});

test("a reader who only reads gets no cookie, and an unknown page of the list is none [C4]", async ({ page, request }) => {
  await page.goto("/");
  expect(await page.context().cookies()).toEqual([]);
  expect((await request.get("/?after=yesterday")).status()).toBe(404);
});
