import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { keptOnDevice, NOTHING_KEPT } from "@/e2e/kept";
import { forgetStoredSettings, storeSettings } from "@/e2e/settings";
import { confirmKey } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

test.afterEach(forgetStoredSettings);

async function sendReply(page: Page): Promise<void> {
  await page.getByLabel("Comment").fill(`From ${randomUUID()}`);
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Email").fill(`${randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Post Comment" }).click();
}

test("where addresses are proven, the form says so before, the receipt after, and the mailed link does it", async ({
  page,
  noScript,
  publishedPost,
}) => {
  await storeSettings({ commenters: "proven" });
  const { id: postId, slug } = await publishedPost();
  for (const [reader, told] of [
    [page, "We mail you a link"],
    [noScript, "We mail a link to"],
  ] as const) {
    await reader.goto(`/${slug}`);
    await expect(reader.getByRole("region", { name: "Leave a Reply" })).toContainText("Please open it, so that the newsroom reads");
    await sendReply(reader);
    await expect(reader.getByText("Your reply is awaiting moderation.")).toBeVisible();
    await expect(reader.getByText(told)).toBeVisible();
  }
  const { id } = await privateDb.comment.findFirstOrThrow({ where: { postId, awaitsProof: true }, orderBy: { id: "desc" } });
  await noScript.goto(`/receipts/confirm/${confirmKey(id)}`);
  await noScript.getByRole("button", { name: "Yes, it is mine" }).click();
  await expect(noScript.getByText("your address is confirmed")).toBeVisible();
  await expect(noScript.getByText("We mail a link to")).toHaveCount(0);
});

test("where only the newsroom may reply, readers are told so before they type, and a colleague has the form", async ({
  noScript,
  signedInAs,
  publishedPost,
}) => {
  await storeSettings({ commenters: "staff" });
  const { id: postId, slug } = await publishedPost();
  await noScript.goto(`/${slug}`);
  await expect(noScript.getByText("Only the newsroom writes here.")).toBeVisible();
  await expect(noScript.getByLabel("Comment")).toBeHidden();
  await noScript.getByText("For the newsroom: reply").click();
  await sendReply(noScript);
  await expect(noScript.getByRole("alert")).toContainText("please sign in there first");
  await expect(noScript.getByLabel("Comment")).toHaveValue(/^From /);
  expect(await privateDb.comment.count({ where: { postId } })).toBe(0);
  const { page } = await signedInAs("author");
  await page.goto(`/${slug}`);
  await expectAccessible(page);
  await page.getByText("For the newsroom: reply").click();
  await sendReply(page);
  await expect(page.getByText("Your reply is awaiting moderation.")).toBeVisible();
});

test("where only the newsroom may reply, a colleague answers a comment without scripts: the form stands open for it", async ({
  browser,
  site,
  signedInAs,
  publishedPost,
}) => {
  await storeSettings({ commenters: "staff" });
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved", name: "Grace" });
  const { page } = await signedInAs("author");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: site.url,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(`/${slug}?replyto=${id}#reply`);
  await expect(form.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeVisible();
  await sendReply(form);
  await expect(form.getByText("Your reply is awaiting moderation.")).toBeVisible();
  expect(await privateDb.comment.findMany({ where: { postId, id: { not: id } }, select: { parentId: true } })).toEqual([{ parentId: id }]);
  await plain.close();
});

test("where only the newsroom may reply, a text that was begun there is seen again; without one the form stays closed", async ({
  page,
  publishedPost,
}) => {
  await storeSettings({ commenters: "staff" });
  const { slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await page.getByText("For the newsroom: reply").click();
  await page.getByLabel("Comment").fill("A text that was begun.");
  await expect.poll(() => keptOnDevice(page)).toContain("A text that was begun.");
  await page.reload();
  await expect(page.getByLabel("Comment")).toBeVisible();
  await expect(page.getByLabel("Comment")).toHaveValue("A text that was begun.");
  await page.getByLabel("Comment").fill("");
  await expect.poll(() => keptOnDevice(page)).toBe(NOTHING_KEPT);
  await page.reload();
  await expect(page.locator("[data-island=reply-form][data-scripted]")).toBeAttached();
  await expect(page.getByLabel("Comment")).toBeHidden();
});

test("where only the newsroom may reply, an answer that is called off leaves the form under the post, with its text", async ({
  page,
  publishedPost,
}) => {
  await storeSettings({ commenters: "staff" });
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved" });
  await page.goto(`/${slug}?replyto=${id}#reply`);
  await expect(page.getByText("For the newsroom: reply")).toBeVisible();
  await page.getByLabel("Comment").fill("To Grace");
  await expect.poll(() => keptOnDevice(page)).toContain("To Grace");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply", exact: true })).toBeVisible();
  await expect(page.getByLabel("Comment")).toBeVisible();
  await expect(page.getByLabel("Comment")).toHaveValue("To Grace");
  // What held the form does not stay there empty.
  await expect(page.getByText("For the newsroom: reply")).toBeHidden();
});

test("an editor closes a category's discussions without scripts, and a moderator opens one post's again", async ({
  browser,
  page: reader,
  site,
  signedInAs,
  publishedPost,
}) => {
  const name = `Council ${randomUUID()}`;
  const { id } = await privateDb.category.create({ data: { name, slug: randomUUID() }, select: { id: true } });
  const { slug } = await publishedPost({ categoryId: id });
  await reader.goto(`/${slug}`);
  await expect(reader.getByLabel("Comment")).toBeVisible();
  const editor = await signedInAs("editor");
  const storageState = await editor.page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url, storageState });
  const form = await plain.newPage();
  await form.goto(`/admin/categories/${id}`);
  await expect(form.getByLabel("Decision").locator("option").first()).toHaveText("As the site: everything waits");
  await form.getByLabel("Discussion").selectOption("no");
  await form.getByLabel("Guidelines for its posts").fill("Be brief.");
  await form.getByLabel("Days until its posts close").fill("30");
  await form.getByRole("button", { name: "Save the rules" }).click();
  await expect(form.getByRole("status").filter({ hasText: "The rules hold from now on." })).toBeVisible();
  await plain.close();
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText("The newsroom has closed the discussion")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const { page } = await signedInAs("moderator");
  await page.goto(`/admin/comments?article=/${slug}`);
  await page.locator("summary").filter({ hasText: "Shift" }).click();
  const rules = page.locator("form").filter({ has: page.getByRole("button", { name: "Save the rules" }) });
  await expect(rules.getByLabel("Discussion").locator("option").first()).toHaveText(`As ${name}: closed`);
  await expectAccessible(page);
  await rules.getByLabel("Discussion").selectOption("yes");
  await rules.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText("These rules hold for the article from now on.")).toBeVisible();
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByRole("region", { name: "Leave a Reply" })).toContainText("Be brief.", { timeout: 1_000 });
  }).toPass();
});
