import { randomUUID } from "node:crypto";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { POSTS_PER_PAGE } from "@/lib/posts/list-schema";
import { makePost, makeUser } from "@/lib/testing/make";

const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
const by = (userId: string) => ({ authors: { create: { userId, position: 0 } } });

test("the list is searched, sorted and acted on, on a phone and a desk", async ({ signedInAs }) => {
  const mark = unique("Listed");
  const { page, actor } = await signedInAs("editor");
  const [first, second] = [await makePost({ title: `${mark} B`, ...by(actor.id) }), await makePost({ title: `${mark} A`, lang: "de" })];
  await page.goto(`/admin/posts?q=${encodeURIComponent(mark)}`);
  const titles = page.getByRole("rowheader");
  await expect(titles).toHaveText([second.title, first.title]);
  await page.getByRole("link", { name: "Title" }).click();
  await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "Title" }).click();
  await expect(titles).toHaveText([first.title, second.title]);
  for (const [width, colorScheme] of [
    [360, "dark"],
    [1440, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.getByLabel("Select all").check();
  await page.getByLabel("Bulk actions").selectOption("trash");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("2 posts moved to the trash.")).toBeVisible();
  await page.getByRole("navigation", { name: "Lists by status" }).getByRole("link", { name: "Trash" }).click();
  await page.getByLabel(`Select “${first.title}”`).check();
  await page.getByLabel("Bulk actions").selectOption("restore");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("1 post restored.")).toBeVisible();
  await expect(titles).toHaveText([second.title]);
});

test("without JavaScript the list is filtered, read page by page, and acted on", async ({ noScript: page }) => {
  const email = `list-${Date.now()}@example.org`;
  const { id: userId } = await makeUser({ email, signsIn: true });
  const mark = unique("Plain");
  for (let n = 0; n <= POSTS_PER_PAGE; n++) await makePost({ title: `${mark} ${n}`, lang: "en", ...by(userId) });
  const german = await makePost({ title: `${mark} auf Deutsch`, lang: "de", ...by(userId) });
  await signIn(page, email);
  await page.goto("/admin/posts");
  await page.getByLabel("Search by title").fill(mark);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(POSTS_PER_PAGE);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("rowheader")).toHaveText([`${mark} 1`, `${mark} 0`]);
  await page.getByLabel(`Select “${mark} 0”`, { exact: true }).check();
  await page.getByLabel("Bulk actions").selectOption("trash");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("status")).toHaveText("1 post moved to the trash.");
  expect(await privateDb.post.count({ where: { title: { startsWith: mark }, status: "trash" } })).toBe(1);
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Language").selectOption("German");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("rowheader")).toHaveText([german.title]);
  await page.getByLabel("Select all").check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("main").getByRole("alert")).not.toBeEmpty();
  await expect(page.getByRole("rowheader")).toHaveText([german.title]);
});
