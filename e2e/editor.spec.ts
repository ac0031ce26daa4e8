import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { savePost } from "@/lib/posts/save";
import { updatePost } from "@/lib/posts/update";

const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const title = (page: Page) => page.getByRole("textbox", { name: "Title" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: "#ffcc00" } })
    .png()
    .toBuffer();

/** Opens the editor for a new post through the newsroom's navigation. */
async function beginPost(page: Page): Promise<void> {
  await page.goto("/admin");
  await page.getByRole("link", { name: "Posts", exact: true }).click();
  await page.getByRole("link", { name: "New post" }).click();
  // The editor is half a megabyte, which a browser of this worker loads once.
  await expect(text(page)).toBeVisible({ timeout: 20_000 });
}

test("an editor writes a post, previews and publishes it, and takes it off the site again", async ({
  signedInAs,
  publishedPost,
  request,
}) => {
  test.slow();
  const [first, second, chooser] = [
    await publishedPost({ title: unique("Harbour") }),
    await publishedPost({ title: unique("Market") }),
    await publishedPost({ title: unique("Chooser") }),
  ];
  const { page, actor } = await signedInAs("editor");
  await beginPost(page);
  const name = unique("Möwen über dem Größten");
  const slug = `moewen-ueber-dem-groessten-${name.slice(-8)}`;

  await title(page).fill(name);
  await expect(page.getByRole("textbox", { name: "Slug" })).toHaveValue(slug);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("Ein Vorspann in einem Satz.");
  await text(page).click();
  await button(page, "Heading 2").click();
  await page.keyboard.type("Am Hafen");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sie sind ");
  await button(page, "Bold").click();
  await expect(button(page, "Bold")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("laut");
  await button(page, "Bold").click();
  await page.keyboard.type(" <b>und</b> viele.");
  await button(page, "Picture").click();
  await page.getByLabel("Picture file").setInputFiles({ name: "gull.png", mimeType: "image/png", buffer: await picture() });
  await page.getByLabel("Alternative text").fill("Eine gelbe Fläche");
  await button(page, "Upload and use").click();
  await expect(text(page).getByAltText("Eine gelbe Fläche")).toBeVisible();

  await page.getByLabel("Language").selectOption("de");
  await button(page, "New category").click();
  await page.getByRole("textbox", { name: "Name of the new category" }).fill(unique("Küste"));
  await button(page, "Add category").click();
  for (const each of [first, second]) {
    await page.getByRole("searchbox", { name: "Search posts by title" }).fill(each.title);
    // The site may propose it, too.
    await page
      .getByRole("button", { name: `Add “${each.title}”` })
      .first()
      .click();
  }
  await page.getByRole("button", { name: `Move “${second.title}” up` }).click();

  await button(page, "Save draft").click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  expect((await request.get(`/${slug}`)).status()).toBe(404);

  const address = page.getByRole("textbox", { name: "Slug" });
  await address.fill("Not a slug!");
  await button(page, "Save draft").click();
  await expect(page.getByRole("status").filter({ hasText: "Saved, but a field is not right yet." })).toBeVisible();
  await button(page, "Go to the field").click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await address.fill(slug);
  await button(page, "Save draft").click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  const [preview] = await Promise.all([page.waitForEvent("popup"), button(page, "Preview").click()]);
  const frame = preview.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(frame.getByRole("heading", { level: 2, name: "Am Hafen" })).toBeVisible();
  await expect(frame.getByText("Preview: this is how the page will look.")).toBeVisible();
  const previewed = await frame.locator("article").first().locator("> div").last().innerHTML();
  const link = (await preview.locator("iframe").getAttribute("src")) ?? "";
  const answer = await request.get(link);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(await answer.text()).toContain("noindex");
  expect((await request.get(link.slice(0, -1))).status()).toBe(404);
  await preview.close();

  await button(page, "Publish").click();
  await expect(page.getByRole("status").filter({ hasText: "Published." })).toBeVisible();
  const published = await privateDb.post.findUniqueOrThrow({ where: { slug } });
  const made = await savePost(actor, {
    ...{ id: chooser.id, version: 1, title: chooser.title, body: chooser.body, lang: "en" },
    relatedIds: [published.id],
  });
  if (!made.ok) throw new Error(made.error);
  expect(await updatePost(actor, { id: chooser.id, version: made.version })).toMatchObject({ ok: true });

  const reader = await page.context().newPage();
  await reader.goto("/");
  await expect(reader.getByRole("link", { name })).toBeVisible();
  await reader.goto(`/${slug}`);
  await expect(reader.locator("article[lang=de] h1")).toHaveText(name);
  await expect(reader.getByText("Sie sind laut <b>und</b> viele.")).toBeVisible();
  expect(await reader.locator("article").first().locator("> div").last().innerHTML()).toBe(previewed);
  const related = reader.getByRole("region", { name: "Related Posts" }).getByRole("link");
  await expect(related.nth(0)).toHaveText(second.title);
  await expect(related.nth(1)).toHaveText(first.title);
  await reader.goto(`/${chooser.slug}`);
  await expect(reader.getByRole("region", { name: "Related Posts" }).getByRole("link", { name })).toBeVisible();

  await button(page, "Unpublish").click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpublish" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Unpublished." })).toBeVisible();
  expect((await request.get(`/${slug}`)).status()).toBe(404);
  expect(await (await request.get("/")).text()).not.toContain(name);
  expect(await (await request.get(`/${chooser.slug}`)).text()).not.toContain(name);
});

test("Back leads to a new post as it was left, not to an empty one", async ({ signedInAs }) => {
  const { page } = await signedInAs("author");
  await beginPost(page);
  await text(page).click();
  await page.keyboard.type("What was begun");
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  await page.keyboard.type(" and goes on");
  await page.getByRole("link", { name: "Posts", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/posts$/);
  await page.goBack();
  await expect(text(page)).toHaveText("What was begun and goes on");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit post");
});

test("a missing title is named at its field; what was typed is kept, and nothing is published [C7]", async ({ signedInAs }) => {
  const { page } = await signedInAs("author");
  await beginPost(page);
  await text(page).click();
  const mark = unique("Ohne Titel.");
  await page.keyboard.type(mark);
  await button(page, "Publish").click();
  await expect(title(page)).toHaveAttribute("aria-invalid", "true");
  await expect(title(page)).toBeFocused();
  expect(await privateDb.post.findMany({ where: { title: "", status: "published" } })).toEqual([]);
  expect(JSON.stringify(await privateDb.postRevision.findMany({ where: { post: { title: "" } } }))).toContain(mark);
  await page.keyboard.type("Mit Titel");
  await expect(title(page)).not.toHaveAttribute("aria-invalid");
  await title(page).fill("t".repeat(301));
  await title(page).blur();
  await expect(title(page)).toHaveAccessibleDescription(/300.*301/);
  expect(await title(page).inputValue()).toHaveLength(301);
});

test("the whole way is open to the keyboard, and the editor to everyone at any width", async ({ signedInAs }) => {
  const { page } = await signedInAs("author");
  await page.goto("/admin/posts/new");
  await title(page).focus();
  const name = unique("Nur Tasten");
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(button(page, "Heading 2")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(button(page, "Bold")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Fett");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Shift+Tab");
  await expect(button(page, "Bold")).toBeFocused();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await expect(button(page, "Link")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Address of the link" }).fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("dialog").getByRole("textbox").fill("example.org/a");
  await page.keyboard.press("Enter");
  await expect(text(page).getByRole("link", { name: "Fett" })).toHaveAttribute("href", "https://example.org/a");
  await title(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  expect((await privateDb.post.findFirstOrThrow({ where: { title: name } })).bodyHtml).toBe(
    '<p><a href="https://example.org/a"><strong>Fett</strong></a></p>',
  );

  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

test("the desk finds posts by title and status, and writes the static pages; authors do not", async ({ signedInAs, publishedPost }) => {
  const post = await publishedPost({ title: unique("Zu finden") });
  const { page } = await signedInAs("editor");
  await page.goto("/admin/posts");
  await page.getByRole("searchbox", { name: "Search by title" }).fill(post.title.toUpperCase());
  await button(page, "Filter").click();
  await page
    .getByRole("navigation", { name: "Lists by status" })
    .getByRole("link", { name: /^Published/ })
    .click();
  await page.waitForURL(/status=published/);
  await expect(page.getByRole("rowheader", { name: post.title })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Pages", exact: true }).click();
  await page.getByRole("link", { name: "New page" }).click();
  await title(page).fill(unique("Impressum"));
  await text(page).click();
  await page.keyboard.type("Wer wir sind.");
  await button(page, "Publish").click();
  await expect(page.getByRole("status").filter({ hasText: "Published." })).toBeVisible();
  await page.getByRole("link", { name: "View", exact: true }).click();
  await expect(page.getByText("Wer wir sind.")).toBeVisible();

  const author = await signedInAs("author");
  expect((await author.page.request.get("/admin/pages")).status()).toBe(404);
  expect((await author.page.request.get(`/admin/posts/${post.id}`)).status()).toBe(404);
  const moderator = await signedInAs("moderator");
  expect((await moderator.page.request.get("/admin/posts")).status()).toBe(404);
});
