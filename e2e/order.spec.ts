import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { forgetStoredSettings } from "@/e2e/settings";
import { privateDb } from "@/lib/db/private";

const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });

/** Fails with what axe finds in light and in dark, and when the page is wider than a narrow window. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  if (size) await page.setViewportSize(size);
}

test("an editor makes a category, puts it under another, renames it, and its old address leads on", async ({
  signedInAs,
  publishedPost,
}) => {
  const { page } = await signedInAs("editor");
  const [town, harbour] = [unique("Town"), unique("Harbour")];
  await page.goto("/admin/categories");
  for (const name of [town, harbour]) {
    await page.getByLabel("Name").fill(name);
    await button(page, "Add").click();
    await expect(page.getByRole("status").filter({ hasText: name })).toBeVisible();
  }
  await expectSound(page);
  // New ones come last: of the two, harbour stands right under town.
  const count = await privateDb.category.count({ where: { parentId: null } });
  for (const [way, place] of Object.entries({ up: count - 1, down: count })) {
    const mover = button(page, `Move ${way}: ${harbour}`);
    await mover.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: `“${harbour}” now stands in place ${place} of ${count}.` })).toBeVisible();
    await expect(mover).toBeFocused();
  }
  await page.getByRole("link", { name: harbour, exact: true }).click();
  await page.getByLabel("Lies under").selectOption({ label: town });
  const renamed = unique("Port");
  await page.getByLabel("Name").fill(renamed);
  await page.getByLabel("Address (slug)").fill("");
  await page.getByLabel("Description").fill("All about ships.");
  await button(page, "Save").click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const category = await privateDb.category.findFirstOrThrow({ where: { name: renamed } });
  const post = await publishedPost({ title: unique("Ferry"), categoryId: category.id });
  const old = `/category/${harbour.toLowerCase().replaceAll(" ", "-")}`;
  await page.goto(old);
  await expect(page).toHaveURL(new RegExp(`/category/${category.slug}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(renamed);
  await expect(page.getByText("All about ships.")).toBeVisible();
  await expect(page.getByRole("link", { name: post.title })).toBeVisible();
  await expectSound(page);
  await page.getByRole("navigation", { name: "You are here" }).getByRole("link", { name: town }).click();
  await expect(page.getByRole("link", { name: post.title })).toBeVisible();
  await page.goto(`/admin/categories/${category.id}`);
  await button(page, "Delete category").click();
  await expect(page.getByText("This is still in use.", { exact: false })).toBeVisible();
});

test("a tag that is merged is gone, and its address leads to the other one's posts", async ({ signedInAs, publishedPost }) => {
  const { page } = await signedInAs("editor");
  const [ferry, ship] = [unique("Ferries"), unique("Ships")];
  await page.goto("/admin/tags");
  for (const name of [ferry, ship]) {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await button(page, "Add").click();
    await expect(page.getByRole("status")).toContainText(name);
  }
  await expectSound(page);
  const { id: tagId, slug } = await privateDb.tag.findUniqueOrThrow({ where: { name: ferry } });
  const post = await publishedPost({ title: unique("Ferry"), tags: { create: { tagId, position: 0 } } });
  await page.goto(`/${post.slug}`);
  await page.getByRole("navigation", { name: "Topics" }).getByRole("link", { name: ferry }).click();
  await expect(page.getByRole("link", { name: post.title })).toBeVisible();
  await page.goto(`/admin/tags/${tagId}`);
  await expectSound(page);
  await page.getByLabel("Becomes part of").fill(ship.toUpperCase());
  await button(page, "Merge tag").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ship);
  await page.goto(`/tag/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ship);
  await expect(page.getByRole("link", { name: post.title })).toBeVisible();
});

test("a writer tags a post, takes a proposal with its reason, and excludes another for good", async ({ signedInAs, publishedPost }) => {
  test.slow();
  const words = unique("Zeppelin");
  const near = await publishedPost({ title: `${words} over the river`, standfirst: words });
  const other = await publishedPost({ title: `${words} by the river`, standfirst: words });
  const post = await publishedPost({ title: `${words} at the river`, standfirst: words });
  const { page } = await signedInAs("editor");
  await page.goto(`/admin/posts/${post.id}`);
  const proposals = page.getByRole("group", { name: "Proposed by the site" });
  await expect(proposals.getByText(near.title)).toBeVisible({ timeout: 20_000 });
  await expect(proposals.getByText("Close in text").first()).toBeVisible();
  await button(page, `Never propose “${other.title}” here`).click();
  await expect(button(page, `Allow “${other.title}” to be proposed again`)).toBeVisible();
  await button(page, `Add “${near.title}”`).click();
  await page.getByRole("checkbox", { name: `Show this post under “${near.title}”, too` }).check();
  const tag = unique("Airships");
  await page.getByLabel("Add a tag").fill(tag);
  await page.getByLabel("Add a tag").press("Enter");
  await expect(button(page, `Remove “${tag}”`)).toBeVisible();
  await page.getByText("Search engines", { exact: true }).click();
  await page.getByLabel("Title for search engines").fill("Zeppelins, found");
  await expect(page.getByRole("group", { name: "How a search engine may show it" })).toContainText("Zeppelins, found");
  await button(page, "Update").click();
  await expect(async () => {
    expect(await privateDb.relatedPost.findFirst({ where: { postId: post.id } })).toMatchObject({ relatedId: near.id, isMutual: true });
  }).toPass();
  await page.goto(`/${near.slug}`);
  await expect(page.getByRole("region", { name: "Related Posts" }).getByRole("link", { name: post.title })).toBeVisible();
  await page.goto(`/${post.slug}`);
  await expect(page).toHaveTitle(/^Zeppelins, found – /);
  await expect(page.getByRole("navigation", { name: "Topics" })).toContainText(tag);
  await expect(page.getByRole("region", { name: "Related Posts" }).getByRole("link", { name: other.title })).toHaveCount(0);
});

test("an editor links a post with its German translation; readers and machines are led from each to the other", async ({
  signedInAs,
  publishedPost,
}) => {
  const mark = Date.now();
  const [{ id, slug }, german] = [
    await publishedPost({ lang: "en", title: `Ferries ${mark}` }),
    await publishedPost({ lang: "de", title: `Fähren ${mark}` }),
  ];
  const { page } = await signedInAs("editor");
  await page.goto(`/admin/posts/${id}`);
  const translations = page.getByRole("group", { name: "Translations" });
  await translations.getByLabel("Find a translation by its title").fill(String(mark));
  await translations.getByRole("button", { name: `Add “${german.title}”` }).click();
  await expect(translations.getByText(`${german.title} (German)`)).toBeVisible();
  await page.goto(`/${slug}`);
  const link = page.getByRole("listitem").filter({ hasText: "Auch auf Deutsch" }).getByRole("link", { name: german.title });
  await expect(link).toHaveAttribute("hreflang", "de");
  await expect(link).toHaveAttribute("lang", "de");
  const origin = new URL(page.url()).origin;
  const alternates = [`de ${origin}/${german.slug}`, `en ${origin}/${slug}`, `x-default ${origin}/${slug}`];
  const announced = () =>
    page
      .locator("head link[hreflang]")
      .evaluateAll((found) => found.map((each) => `${each.getAttribute("hreflang")} ${(each as HTMLLinkElement).href}`));
  expect((await announced()).sort()).toEqual(alternates);
  await link.click();
  await expect(page.getByRole("link", { name: `Ferries ${mark}`, exact: true })).toHaveAttribute("lang", "en");
  expect((await announced()).sort()).toEqual(alternates);
  await page.goto(`/admin/posts/${id}`);
  await translations.getByRole("button", { name: `Remove “${german.title}”` }).click();
  await expect(translations.getByText(`${german.title} (German)`)).toHaveCount(0);
  await page.goto(`/${german.slug}`);
  await expect(page.getByRole("link", { name: `Ferries ${mark}`, exact: true })).toHaveCount(0);
});

test("an administrator puts a menu together", async ({ signedInAs }) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/settings/menus");
  const header = page.getByRole("group", { name: "Menu at the top" });
  await header.getByLabel("Text of the link").fill("Nowhere");
  await header.getByLabel("Text of the link").press("Enter");
  await expect(header.getByLabel("Address").first(), "what is missing says so and has the focus").toHaveAccessibleDescription(
    /fill this in/,
  );
  await expect(header.getByLabel("Address").first()).toBeFocused();
  for (const name of ["Shop", "Jobs"]) {
    await header.getByLabel("Text of the link").fill(name);
    await header.getByLabel("Address").first().fill(`/${name.toLowerCase()}`);
    await header.getByRole("button", { name: "Add address" }).click();
  }
  const links = header.getByRole("listitem");
  await expect(links).toHaveText([/^Shop/, /^Jobs/]);
  await links.nth(1).dragTo(links.nth(0));
  await expect(links, "the dragged one stands in the place of the other").toHaveText([/^Jobs/, /^Shop/]);
  await button(page, "Save settings").click();
  await expect(page.getByRole("status")).toContainText("saved");
  await expectSound(page);
  await page.goto("/");
  const menu = page.getByRole("navigation", { name: "Menu" }).getByRole("link");
  await expect(menu).toHaveText(["Jobs", "Shop"]);
  await expect(menu.last()).toHaveAttribute("href", "/shop");
  await expectSound(page);
  await forgetStoredSettings();
});

test("an editor arranges the front page by the keyboard, from old posts too; one that is unpublished leaves it at once", async ({
  signedInAs,
  publishedPost,
  noScript: reader,
}) => {
  // Older than a page of the newest: they are there only because they were chosen.
  const old = (name: string) => publishedPost({ title: unique(name), publishedAt: new Date(2001, 0, 1) });
  const [lead, one, two] = [await old("Lead"), await old("One"), await old("Two")];
  await publishedPost({ title: unique("Newest"), publishedAt: new Date() });
  const { page } = await signedInAs("editor");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Front page" }).press("Enter");
  const choose = async (place: string, title: string) => {
    await page.getByRole("group", { name: place, exact: true }).getByRole("searchbox").fill(title.slice(0, -1));
    await button(page, `Add “${title}”`).press("Enter");
    await expect(button(page, `Remove “${title}”`)).toBeVisible();
  };
  await choose("Opens the front page", lead.title);
  await choose("Under it", one.title);
  await choose("Under it", two.title);
  await expect(page.getByRole("group", { name: "Under it", exact: true }).getByRole("searchbox")).toBeFocused();
  await button(page, `Move “${two.title}” up`).press("Enter");
  await expectSound(page);
  await button(page, "Save settings").press("Enter");
  await expect(page.getByRole("status").last()).toContainText("saved");
  const titles = reader.getByRole("main").getByRole("article").getByRole("heading");
  await expect(async () => {
    await reader.goto("/");
    expect((await titles.allTextContents()).slice(0, 3)).toEqual([lead.title, two.title, one.title]);
  }).toPass();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("In focus");
  await reader.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(reader);
  await page.goto(`/admin/posts/${lead.id}`);
  await button(page, "Unpublish").click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpublish" }).click();
  await expect(page.getByText("Readers do not see it any more")).toBeVisible();
  await reader.goto("/");
  await expect(reader.getByRole("article").filter({ hasText: lead.title })).toHaveCount(0);
  expect((await titles.allTextContents())[1]).toBe(two.title);
  await page.goto("/admin/settings/front");
  await expect(page.getByRole("group", { name: "Opens the front page" }).getByRole("listitem")).toContainText("(not public)");
  await forgetStoredSettings();
});

test("a static page starts from a text that is there to be filled in", async ({ signedInAs }) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/pages/new");
  await button(page, "Start with “Datenschutz”").click();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Datenschutz", { timeout: 20_000 });
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toContainText("Wer verantwortlich ist");
});
