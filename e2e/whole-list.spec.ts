import { expect, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { privateDb } from "@/lib/db/private";

test("one decision on a whole list, all its pages: it is told how far it is, and taken back with one button", async ({
  signedInAs,
  publishedPost,
}) => {
  await emptyTheQueue();
  const { id: postId } = await publishedPost();
  const createdAt = new Date(Date.now() - 60_000);
  await privateDb.comment.createMany({
    data: Array.from({ length: 55 }, (_, n) => ({ postId, name: "Grace", body: `Number ${n} of a flood`, createdAt })),
  });
  const waiting = () => privateDb.comment.count({ where: { postId, status: "pending" } });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?q=a+flood");
  await page.getByLabel("Everything in this list, its other pages too").check();
  await page.getByLabel("Bulk actions").selectOption("Spam");
  await page.getByRole("button", { name: "Apply" }).click();
  const run = page.getByRole("listitem").filter({ hasText: "A list into Spam" });
  // Heard of as it goes on; nothing was loaded again by hand.
  await expect(run).toContainText("done, 55 so far");
  expect(await waiting()).toBe(0);
  await run.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Taking decisions back" })).toContainText("done, 55 so far");
  expect(await waiting()).toBe(55);
  await emptyTheQueue();
});
