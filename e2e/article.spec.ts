import { expect, expectAccessibleInBoth, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { makePost, makeUser } from "@/lib/testing/make";

const text = { bodyHtml: "<p>Der erste Absatz.</p><h2>Eine Zwischenzeile</h2><p>Der zweite Absatz.</p>", bodyText: "Der erste Absatz." };

test("a post has its title once, its text, its authors, and its date in its own language [C1]", async ({ page, publishedPost }) => {
  const [{ id: first }, { id: second }] = [await makeUser({ name: "Ada Lovelace" }), await makeUser({ name: "Grace Hopper" })];
  const authors = { create: [first, second].map((userId, position) => ({ userId, position })) };
  const publishedAt = new Date("2024-06-19T06:30:00Z");
  const { slug } = await publishedPost({ lang: "de", title: "Der Titel", standfirst: "Der Vorspann.", publishedAt, authors, ...text });
  await page.goto(`/${slug}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(["Der Titel"]);
  const article = page.locator("article[lang=de]", { has: page.locator("h1") });
  await expect(article.getByRole("heading", { level: 2 })).toHaveText(["Eine Zwischenzeile"]);
  await expect(article.locator("p", { hasText: "Der zweite Absatz." })).toBeVisible();
  await expect(article).toContainText("By Ada Lovelace and Grace Hopper");
  const time = article.locator("time");
  await expect(time).toHaveText("19. Juni 2024 um 06:30");
  await expect(time).toHaveAttribute("datetime", "2024-06-19T06:30:00.000Z");
});

test("a post has one address: other spellings lead there or nowhere, a former one leads there for good [C1]", async ({
  request,
  publishedPost,
}) => {
  const { slug } = await publishedPost({ slug: "one-address", redirects: { create: { slug: "former-address" } } });
  for (const other of [`/${slug}/`, "/former-address", "/One-Address", "/one%2Daddress"]) {
    const answer = await request.get(other, { maxRedirects: 0 });
    expect([301, 308, 404], other).toContain(answer.status());
    if (answer.status() !== 404) expect(new URL(answer.headers().location ?? "", answer.url()).pathname).toBe(`/${slug}`);
  }
  expect((await request.get("/former-address")).url()).toMatch(/\/one-address$/);
});

test("Related Posts is a heading with its links in the same section [C2]", async ({ page, publishedPost }) => {
  const chosen = await makePost({ title: "Chosen by the editor", status: "published" });
  const draft = await makePost({ title: "Chosen, but a draft" });
  const related = { create: [draft, chosen].map(({ id: relatedId }, position) => ({ relatedId, position })) };
  const { slug } = await publishedPost({ related });
  await page.goto(`/${slug}`);
  const section = page.getByRole("region", { name: "Related Posts" });
  await expect(section.getByRole("heading", { name: "Related Posts", level: 2 })).toBeVisible();
  await expect(section.getByRole("link").first()).toHaveText("Chosen by the editor");
  await expect(section.getByText("Chosen, but a draft")).toHaveCount(0);
});

test("a post tells other machines what it is [C3]", async ({ page, site, publishedPost }) => {
  const standfirst = "A standfirst that is long enough to tell what the post is about.";
  const { slug, title } = await publishedPost({ title: "Told to machines", standfirst });
  await page.goto(`/${slug}`);
  await expect(page).toHaveTitle("Told to machines – Leserbrief");
  const address = `${site.url}/${slug}`;
  await expect(page.locator("head link[rel=canonical]")).toHaveAttribute("href", address);
  await expect(page.locator("head meta[name=description]")).toHaveAttribute("content", standfirst);
  const properties = { type: "article", title, url: address, description: standfirst, site_name: "Leserbrief", locale: "en_US" };
  for (const [name, content] of Object.entries(properties)) {
    await expect(page.locator(`head meta[property="og:${name}"]`)).toHaveAttribute("content", content);
  }
  await expect(page.locator('head meta[property="article:published_time"]')).toHaveCount(1);
});

test("search engines read the post as a NewsArticle, with dates, author and publisher [C3]", async ({ page, publishedPost }) => {
  const author = await makeUser({ name: "Ada Lovelace" });
  const authors = { create: { userId: author.id, position: 0 } };
  const { slug, publishedAt } = await publishedPost({ title: "Ferries & \u003c/script>", lang: "de", authors });
  await page.goto(`/${slug}`);
  const [data = "", steps = ""] = await page.locator("script[type='application/ld+json']").allTextContents();
  const address = new URL(`/${slug}`, page.url()).href;
  const site = new URL("/", page.url()).href;
  expect(JSON.parse(steps)).toEqual({
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Leserbrief", item: site },
      { "@type": "ListItem", position: 2, name: "Ferries & </script>", item: address },
    ],
  });
  expect(JSON.parse(data)).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": `${address}#article`,
    url: address,
    mainEntityOfPage: address,
    headline: "Ferries & </script>",
    description: expect.stringContaining("A standfirst."),
    inLanguage: "de",
    datePublished: publishedAt?.toISOString(),
    dateModified: publishedAt?.toISOString(),
    author: [{ "@type": "Person", name: "Ada Lovelace" }],
    publisher: { "@type": "Organization", "@id": `${site}#organization`, name: "Leserbrief", url: site },
    isAccessibleForFree: true,
    commentCount: 0,
    comment: [],
  });
});

test("a static page is a text alone: no date, no Related Posts, no form", async ({ page, publishedPost }) => {
  const { slug } = await publishedPost({ kind: "page", title: "Impressum", lang: "de" });
  await page.goto(`/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Impressum");
  await expect(page.locator("main time, main form, main section")).toHaveCount(0);
});

test("an article tells where it stands, what is in it and how long it takes, is passed on, and leads to the posts beside it", async ({
  page,
  noScript,
  publishedPost,
}) => {
  const [above, under] = [`zoning-${Date.now()}`, `bridges-${Date.now()}`];
  const { id: parentId } = await privateDb.category.create({ data: { name: above, slug: above } });
  const { id: categoryId } = await privateDb.category.create({ data: { name: under, slug: under, parentId } });
  const headings = ["One", "Two", "Three"].map((text) => ({ id: `h-${text.toLowerCase()}`, level: 2, text }));
  const bodyHtml = headings.map((heading) => `<h2 id="${heading.id}">${heading.text}</h2><p>${"A word or two. ".repeat(80)}</p>`).join("");
  // In a year of their own: nobody else's post comes between.
  const [before, post, after] = [1, 2, 3].map((day) => ({ title: `Post of day ${day}`, publishedAt: new Date(Date.UTC(1984, 0, day)) }));
  const { slug: oldest } = await publishedPost(before);
  const { slug } = await publishedPost({ ...post, categoryId, bodyHtml, headings, words: 900 });
  const { slug: newest } = await publishedPost(after);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/${slug}`);
  const crumbs = page.getByRole("navigation", { name: "You are here" }).getByRole("link");
  await expect(crumbs).toHaveText(["Leserbrief", above, under]);
  await expect(page.getByText("4 minutes to read")).toBeVisible();
  const contents = page.getByRole("navigation", { name: "In this article" });
  await contents.locator("summary").click();
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBoth(page);
  await contents.getByRole("link", { name: "Two" }).click();
  await expect(page).toHaveURL(new RegExp("#h-two$"));
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(contents.getByRole("link", { name: "Three" })).toBeVisible();
  await expect(contents.getByRole("group")).toHaveCount(0);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const share = page.getByRole("group", { name: "Share this post" });
  await share.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(share.locator("[aria-live]")).toHaveText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(`/${slug}`, page.url()).href);
  const beside = page.getByRole("navigation", { name: "Previous and next post" }).getByRole("link");
  await expect(beside).toHaveText(["Previous post Post of day 1", "Next post Post of day 3"]);
  await beside.last().click();
  await expect(page).toHaveURL(`/${newest}`);
  await noScript.goto(`/${slug}`);
  await expect(noScript.getByRole("button", { name: "Copy link" })).toBeHidden();
  await expect(noScript.getByRole("link", { name: "Send by e-mail" })).toBeVisible();
  await noScript.getByRole("link", { name: "Previous post" }).click();
  await expect(noScript).toHaveURL(`/${oldest}`);
});

test("where nothing stands, a whole page says so and leads back [C4]", async ({ page, request }) => {
  const { slug: draft } = await makePost({ title: "Not yet" });
  await makePost({ title: "There", status: "published" });
  for (const path of ["/nothing-here", `/${draft}`]) {
    expect((await request.get(path)).status(), path).toBe(404);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
    await expect(page.getByText("Not yet")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Newest posts" }).getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("main").getByRole("searchbox")).toBeVisible();
  }
  await page.getByRole("link", { name: "To the newest posts" }).click();
  await expect(page).toHaveURL("/");
});

test("a picture is there in several sizes, with its text, and keeps its room while it loads; where it opens a list it is not loaded late", async ({
  page,
  publishedPost,
}) => {
  const { id: uploadedById } = await makeUser();
  const category = await privateDb.category.create({ data: { name: "Ferries", slug: "ferries-of-pictures" } });
  const picture = { alt: "A ferry at dusk", width: 1280, height: 720, widths: [320, 640, 1280], bytes: 1, uploadedById };
  const { id: leadMediaId } = await privateDb.media.create({ data: picture });
  const { slug } = await publishedPost({ leadMediaId, categoryId: category.id });
  await publishedPost({ leadMediaId, categoryId: category.id });
  await page.route("**/media/**", (route) => route.fulfill({ status: 404 }));
  await page.goto(`/${slug}`);
  const image = page.getByAltText("A ferry at dusk");
  await expect(image).toHaveAttribute("srcset", new RegExp(`/media/${leadMediaId}/320\\.jpg 320w.* 1280w`));
  await expect(page.locator("picture source[type='image/webp']")).toHaveCount(1);
  const box = await image.boundingBox();
  expect(Math.round(((box?.width ?? 0) / (box?.height ?? 1)) * 9)).toBe(16);
  await page.goto(`/category/${category.slug}`);
  await expect(page.getByAltText("A ferry at dusk").first()).toHaveAttribute("fetchpriority", "high");
  await expect(page.getByAltText("A ferry at dusk").last()).toHaveAttribute("loading", "lazy");
});

test("a post breaks no rule of WCAG 2.2 AA in light and dark, and fits into 320 pixels [C5]", async ({ page, publishedPost }) => {
  const wide = `<pre><code>${"wide ".repeat(60)}</code></pre><p>Rechtsschutzversicherungsgesellschaftenverzeichnis</p>`;
  const { slug } = await publishedPost({ lang: "de", bodyHtml: text.bodyHtml + wide });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/${slug}`);
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBoth(page);
});
