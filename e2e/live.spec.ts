import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeLocale, storeSettings } from "@/e2e/settings";
import { makeComment } from "@/lib/testing/make";

const DAY_MS = 86_400_000;
const article = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });

test.describe("closing", () => {
  test.afterEach(forgetStoredSettings);

  test("a closed thread is shown without a form and says why: by hand, site-wide, by its age", async ({ page, publishedPost }) => {
    const publishedAt = new Date(Date.now() - 3 * DAY_MS);
    const [byAge, byHand] = [await publishedPost({ publishedAt }), await publishedPost({ publishedAt, commentsOpen: false })];
    for (const { id: postId } of [byAge, byHand]) await makeComment({ postId, status: "approved", name: "Grace" });
    const expectClosed = async (slug: string, why: string) => {
      // Pages that are kept hear of a setting within moments.
      await expect(async () => {
        await page.goto(`/${slug}`);
        await expect(page.locator("#reply")).toContainText(why, { timeout: 500 });
      }).toPass();
      await expect(article(page, "Grace")).toBeVisible();
      await expect(page.locator("form")).toHaveCount(0);
      await expect(page.getByRole("link", { name: /Reply|Antwort/ })).toHaveCount(0);
    };
    await page.goto(`/${byAge.slug}`);
    await expect(page.getByRole("heading", { name: "Leave a Reply" })).toBeVisible();
    await expectClosed(byHand.slug, "The newsroom has closed");
    await storeSettings({ closeAfterDays: 2 });
    await expectClosed(byAge.slug, "ended on");
    await expectAccessible(page);
    await storeSettings({ commentsOpen: false });
    await expectClosed(byAge.slug, "whole site");
    await storeLocale("de");
    await expectClosed(byAge.slug, "auf der ganzen Website");
  });

  test("a finished page changes at the minute that its comments close", async ({ request, publishedPost }) => {
    await storeSettings({ closeAfterDays: 1 });
    const made = await publishedPost();
    expect(await (await request.get(`/${made.slug}`)).text()).toContain("Leave a Reply");
    const { slug } = await publishedPost({ publishedAt: new Date(Date.now() - DAY_MS + 3_000) });
    const open = await request.get(`/${slug}`);
    expect(await open.text()).toContain("Leave a Reply");
    await expect.poll(async () => (await request.get(`/${slug}`)).text(), { timeout: 10_000 }).not.toContain("Leave a Reply");
    const again = await request.get(`/${slug}`, { headers: { "if-none-match": open.headers().etag ?? "" } });
    expect(again.status()).toBe(200);
  });
});
