import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeSettings } from "@/e2e/settings";
import { confirmKey } from "@/lib/comments/mailed-key";
import { privateDb } from "@/lib/db/private";

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
  for (const reader of [page, noScript]) {
    await reader.goto(`/${slug}`);
    await expect(reader.getByRole("region", { name: "Leave a Reply" })).toContainText("Please open it, so that the newsroom reads");
    await sendReply(reader);
    await expect(reader.getByText("Your reply is awaiting moderation.")).toBeVisible();
    await expect(reader.getByText("Please open the link that we have mailed to")).toBeVisible();
  }
  const { id } = await privateDb.comment.findFirstOrThrow({ where: { postId, awaitsProof: true }, orderBy: { id: "desc" } });
  await noScript.goto(`/receipts/confirm/${confirmKey(id)}`);
  await noScript.getByRole("button", { name: "Yes, it is mine" }).click();
  await expect(noScript.getByText("your address is confirmed")).toBeVisible();
  await expect(noScript.getByText("Please open the link")).toHaveCount(0);
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
