import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { makeComment } from "@/lib/testing/make";

const [WHOLE, CUT] = ["Ask Mr Smith, Elm Street 3.", "Ask Mr Smith."];

test("after the undo of a change the open field says what stands again, unless one has begun to type", async ({
  signedInAs,
  publishedPost,
}) => {
  const post = await publishedPost();
  const made = () => makeComment({ postId: post.id, status: "approved", body: WHOLE });
  const [first, second] = [await made(), await made()];
  const { page } = await signedInAs("moderator");
  await page.goto(`/admin/comments?status=approved&article=/${post.slug}`);
  const changed = async (id: string) => {
    const row = page.locator(`[data-row="${id}"]`);
    const field = row.getByLabel("Changed text");
    await row.getByText("Edit", { exact: true }).click();
    await field.fill(CUT);
    await row.getByRole("button", { name: "Save the change" }).click();
    await expect(field).toBeHidden();
    await row.getByText("Edit", { exact: true }).click();
    await expect(field).toHaveValue(CUT);
    return { row, field };
  };
  const { row, field } = await changed(first.id);
  await undo(page);
  await expect(field).toBeVisible();
  await expect(field).toHaveValue(WHOLE);
  await field.fill("Ask Mr Smith, Elm Street.");
  await row.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("status")).toContainText("The text was changed.");

  const typed = (await changed(second.id)).field;
  await typed.fill("Ask anybody.");
  await undo(page);
  await expect(typed).toHaveValue("Ask anybody.");
});

async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
}
