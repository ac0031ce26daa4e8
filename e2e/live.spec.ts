import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { keptOnDevice, NOTHING_KEPT } from "@/e2e/kept";
import { ask } from "@/e2e/raw";
import { forgetStoredSettings, storeLocale, storeSettings } from "@/e2e/settings";
import { approveComment, trashComment } from "@/lib/comments/moderate";
import { makeComment, makeUser } from "@/lib/testing/make";

const DAY_MS = 86_400_000;
const news = (page: Page) => page.getByRole("status").getByRole("link");
const text = (page: Page) => page.getByRole("textbox", { name: "Comment" });
const article = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });

/** Opens a post's page and waits until it listens: the answer's head is there. */
async function openListening(page: Page, path: string): Promise<void> {
  await Promise.all([page.waitForResponse(/\/api\/replies\/events\?/), page.goto(path)]);
}

test("an open page offers new replies, and shows them on demand with the focus on the first", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await makeComment({ postId, status: "approved", name: "Ada", body: "Here before." });
  await openListening(page, `/${slug}`);
  await expect(news(page)).toBeHidden();
  await makeComment({ postId, status: "approved", name: "Grace" });
  await expect(news(page)).toHaveText("1 new reply: show it");
  await makeComment({ postId, status: "approved", name: "Mary" });
  await expect(news(page)).toHaveText("2 new replies: show them");
  await expectAccessible(page);
  await news(page).press("Enter");
  await expect(page.getByRole("heading", { name: "3 comments" })).toBeVisible();
  await expect(article(page, "Grace")).toBeFocused();
  await expect(article(page, "Mary")).toHaveAttribute("data-new");
  await expect(article(page, "Here before.")).not.toHaveAttribute("data-new");
  await expect(news(page)).toBeHidden();
  await expectAccessible(page);
  // It goes on listening, from what is shown now.
  await makeComment({ postId, status: "approved", name: "Edith" });
  await expect(news(page)).toHaveText("1 new reply: show it");
});

test("what is being typed stays, where the form is and as it is", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved", name: "Ada" });
  await openListening(page, `/${slug}`);
  await page.getByRole("link", { name: "Reply to Ada" }).click();
  await expect(page.locator(`li:has(> #comment-${id}) > #reply`)).toBeVisible();
  await text(page).pressSequentially("Half a thought");
  await makeComment({ postId, status: "approved", name: "Grace" });
  await news(page).click();
  await expect(article(page, "Grace")).toBeFocused();
  await expect(text(page)).toHaveValue("Half a thought");
  await expect(page.locator(`li:has(> #comment-${id}) > #reply`)).toBeVisible();
  await page.getByLabel("Name").fill("Edith");
  await page.getByLabel("Email").fill("edith@example.org");
  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByText("Your reply is awaiting moderation.")).toBeVisible();
});

test("whoever reads another page of the thread is led to the one that holds the new reply", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  for (let at = 0; at < 52; at++)
    await makeComment({ postId, status: "approved", name: `N${at}`, createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)) });
  await openListening(page, `/${slug}`);
  await makeComment({ postId, status: "approved", name: "Grace" });
  await news(page).click();
  await expect(article(page, "Grace")).toBeVisible();
  expect(new URL(page.url()).search).not.toBe("");
});

test("what only moves up from the next page, since comments went, is not marked as new", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const said = [];
  for (let at = 0; at < 52; at++)
    said.push(await makeComment({ postId, status: "approved", name: `N${at}.`, createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)) }));
  await openListening(page, `/${slug}`);
  const moderator = await makeUser({ role: "moderator" });
  for (const { id } of said.slice(0, 3)) await trashComment(moderator, { id, from: "approved" });
  const { id } = said[4] as { id: string };
  for (const name of ["Grace", "Mary"]) await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved", name });
  await news(page).click();
  await expect(article(page, "Grace")).toBeFocused();
  await expect(article(page, "Mary")).toHaveAttribute("data-new");
  await expect(article(page, "N50.")).toBeVisible();
  await expect(page.locator("[data-new]")).toHaveCount(2);
});

test("in a thread that is opened alone only what is new is marked, wherever it stands", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const root = await makeComment({ postId, status: "approved", name: "Root", createdAt: new Date(Date.UTC(2026, 0, 1)) });
  const answer = (at: number, name = `A${at}.`, status: "approved" | "pending" = "approved") =>
    makeComment({ postId, parentId: root.id, rootId: root.id, depth: 1, status, name, createdAt: new Date(Date.UTC(2026, 0, 1, 1, at)) });
  const said = [];
  for (let at = 0; at < 60; at++) said.push(await answer(at));
  const waiting = await answer(2.5, "Grace", "pending");
  await openListening(page, `/${slug}?replies=${root.id}`);
  const moderator = await makeUser({ role: "moderator" });
  for (const { id } of said.slice(5, 8)) await trashComment(moderator, { id, from: "approved" });
  await approveComment(moderator, { id: waiting.id });
  await news(page).click();
  await expect(article(page, "Grace")).toBeFocused();
  await expect(article(page, "A51.")).toBeVisible();
  await expect(page.locator("[data-new]")).toHaveCount(1);
});

test("an impatient double click shows what is new once, and the page goes on listening", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await openListening(page, `/${slug}`);
  await makeComment({ postId, status: "approved", name: "Grace" });
  await news(page).dblclick();
  await expect(article(page, "Grace")).toBeFocused();
  expect(new URL(page.url()).search).toBe("");
  await makeComment({ postId, status: "approved", name: "Mary" });
  await expect(news(page)).toHaveText("1 new reply: show it");
});

test("without its module the link loads the page again; without JavaScript there is none", async ({ page, noScript, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await page.route(/\/islands\/show-replies-/, (route) => route.fulfill({ status: 404 }));
  await openListening(page, `/${slug}`);
  await makeComment({ postId, status: "approved", name: "Grace" });
  await news(page).click();
  await expect(article(page, "Grace")).toBeVisible();
  await noScript.goto(`/${slug}`);
  await expect(article(noScript, "Grace")).toBeVisible();
  await expect(news(noScript)).toBeHidden();
});

test("the news speaks the site's language", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await storeLocale("de");
  try {
    await openListening(page, `/${slug}`);
    await makeComment({ postId, status: "approved" });
    await expect(news(page)).toHaveText("1 neue Antwort: anzeigen");
    await makeComment({ postId, status: "approved" });
    await expect(news(page)).toHaveText("2 neue Antworten: anzeigen");
  } finally {
    await forgetStoredSettings();
  }
});

test("the events say themselves what they are; nothing is listened to under what nobody may see", async ({
  site,
  publishedPost,
  address,
}) => {
  const draft = await publishedPost({ status: "draft", publishedAt: null });
  const headers = { "x-forwarded-for": address };
  const status = async (path: string, method = "GET") => (await ask(site.url, { path, method, headers })).status;
  expect(await status(`/api/replies/events?post=${draft.id}&since=0`)).toBe(204);
  for (const query of ["", "?post=x&since=0", `?post=${draft.id}&since=-1`, "?post=%00"]) {
    expect(await status(`/api/replies/events${query}`), query).toBe(204);
  }
  expect(await status("/api/replies/events", "POST")).toBe(405);
});

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
      await expect(page.locator("main form, main textarea")).toHaveCount(0);
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

  test("a text that was begun before the comments closed is shown to who typed it, who can let go of it", async ({
    page,
    publishedPost,
  }) => {
    const { slug } = await publishedPost();
    await page.goto(`/${slug}`);
    await page.getByRole("textbox", { name: "Comment" }).fill("Begun in time");
    await expect.poll(() => keptOnDevice(page)).toContain("Begun in time");
    await storeSettings({ commentsOpen: false });
    const kept = page.getByRole("textbox", { name: "Your text that was not sent" });
    await expect(async () => {
      await page.reload();
      await expect(kept).toHaveValue("Begun in time", { timeout: 1_000 });
    }).toPass();
    await expect(kept).not.toBeEditable();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Discard this text" }).click();
    await expect(kept).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Comments are closed" })).toBeFocused();
    expect(await keptOnDevice(page)).toBe(NOTHING_KEPT);
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
