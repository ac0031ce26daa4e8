import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { countDays } from "@/lib/statistics/count-days";
import { approveComment } from "@/lib/comments/moderate";
import { makeComment, makePost } from "@/lib/testing/make";

test("a moderator sees what waits and since when, how the days went as a picture and in numbers, and which checks were overturned", async ({
  signedInAs,
}) => {
  const { page, actor } = await signedInAs("moderator");
  const { id: postId } = await makePost({ status: "published" });
  const comment = await makeComment({ postId, createdAt: new Date(Date.now() - 3 * 3_600_000) });
  await privateDb.commentCheck.create({ data: { commentId: comment.id, position: 0, rule: "manyLinks", score: 3 } });
  await makeComment({ postId, createdAt: new Date(Date.now() - 900 * 86_400_000) });
  await approveComment(actor, { id: comment.id });
  await countDays();
  await page.goto("/admin");
  await expect(page.getByText("The oldest has been waiting for 900 days.")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Replies and decisions of the last 30 days\. .* came in/ })).toBeVisible();
  await page.getByText("The numbers as a table").click();
  const days = page.getByRole("table", { name: "Replies and decisions of the last 30 days" }).getByRole("row");
  await expect(days).toHaveCount(31);
  const cells = days.nth(1).getByRole("cell");
  expect(Number(await cells.nth(1).textContent()), "approved today").toBeGreaterThan(0);
  await expect(cells.last()).toHaveText(/\d+ (second|minute|hour|day)/);
  const check = page.getByRole("table", { name: "What spoke against replies" }).getByRole("row", { name: /more links than usual/ });
  await expect(check).toContainText("%");
  // Storage and jobs are the administrators' business.
  await expect(page.getByRole("heading", { name: "The site" })).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
});

test("an administrator sees what the site stores and how its jobs go; an author only their drafts", async ({ signedInAs }) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin");
  for (const name of ["Database", "Pictures", "Free on the disk"])
    await expect(
      page
        .locator("div")
        .filter({ has: page.getByText(name, { exact: true }) })
        .last(),
    ).toContainText(/\d (byte|kB|MB|GB|TB)/);
  const { page: authors } = await signedInAs("author");
  await authors.goto("/admin");
  await expect(authors.getByRole("heading", { level: 2 })).toHaveText(["Drafts"]);
});
