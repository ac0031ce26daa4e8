import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
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

test("what is called mended spelling and takes something out is refused at the choice itself, which says what to do", async ({
  signedInAs,
  publishedPost,
}) => {
  const post = await publishedPost();
  const { id } = await makeComment({ postId: post.id, status: "approved", body: WHOLE });
  const { page } = await signedInAs("moderator");
  await page.goto(`/admin/comments?status=approved&article=/${post.slug}`);
  const row = page.locator(`[data-row="${id}"]`);
  const [field, kind, save] = [
    row.getByLabel("Changed text"),
    row.getByLabel("What the change does"),
    row.getByRole("button", { name: "Save the change" }),
  ];
  await row.getByText("Edit", { exact: true }).click();
  await field.fill(CUT);
  await kind.selectOption("correction");
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "something would be gone: “Elm”, “Street”, and “3”." })).toBeVisible();
  await expect(kind).toHaveAttribute("aria-invalid", "true");
  await expect(kind).toHaveAccessibleDescription(/something would be gone/);
  await expect(kind).toHaveValue("correction");
  await expect(field).toHaveValue(CUT);
  await expectAccessible(page);
  await kind.selectOption("guidelines");
  await save.click();
  await expect(page.getByRole("status")).toContainText("The text was changed.");
  await row.getByText("Edit", { exact: true }).click();
  await expect(kind).not.toHaveAttribute("aria-invalid");
});

test("whoever puts back what was taken out after a report hears that the report is open again", async ({
  signedInAs,
  publishedPost,
  address,
}) => {
  const post = await publishedPost();
  const { id } = await makeComment({ postId: post.id, status: "approved", body: WHOLE });
  await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  const { page } = await signedInAs("moderator");
  await page.goto(`/admin/comments?status=approved&article=/${post.slug}`);
  const row = page.locator(`[data-row="${id}"]`);
  const save = async (text: string, kind: string) => {
    await row.getByText("Edit", { exact: true }).click();
    await row.getByLabel("Changed text").fill(text);
    await row.getByLabel("What the change does").selectOption(kind);
    const answers = row.getByLabel("This answers the reports");
    if (kind === "guidelines") await answers.check();
    await row.getByRole("button", { name: "Save the change" }).click();
    await expect(row.getByLabel("Changed text")).toBeHidden();
  };
  await save(CUT, "guidelines");
  await expect(page.getByRole("status")).toContainText("1 report of it answered");
  await save(WHOLE, "restoration");
  await expect(page.getByRole("status")).toContainText("they are open again under Reported");
  await expect(row.getByRole("link", { name: "Reported" })).toBeVisible();
});

async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
}
