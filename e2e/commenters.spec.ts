import { randomUUID } from "node:crypto";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";

test("from a reply to its author's page: a note, a suspension that the author is told of, all that waits in one act, and the way back", async ({
  signedInAs,
  publishedPost,
  noScript,
}) => {
  const post = await publishedPost();
  const email = `${randomUUID()}@example.org`;
  const typed = (body: string) => ({ postId: post.id, name: "Grace Hopper", email, body });
  const bodies = [`One ${randomUUID()}`, `Two ${randomUUID()}`];
  for (const body of bodies) await submitComment({ ip: "192.0.2.99", agent: "test" }, typed(body));
  const { page } = await signedInAs("moderator");
  await page.goto(`/admin/comments?status=pending&q=${encodeURIComponent(bodies[0] ?? "")}`);
  await page.getByRole("main").getByRole("link", { name: "About this commenter" }).click();
  await expect(page.getByRole("heading", { name: "Grace Hopper" })).toBeVisible();
  expect(page.url()).not.toMatch(/@|%40/);

  await page.getByLabel("Note").fill("Asked to stay calm.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Asked to stay calm.")).toBeVisible();
  await page.getByText("New rule").click();
  await page.getByLabel("For how long").selectOption("3");
  await page.getByLabel("Reason").first().fill("Insults.");
  await page.getByRole("button", { name: "Put in force" }).click();
  await expect(page.getByText("E-mail address · suspended · until")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await noScript.goto(`/${post.slug}`);
  await noScript.getByLabel("Comment *").fill("A third time.");
  await noScript.getByLabel("Name *").fill("Grace Hopper");
  await noScript.getByLabel("Email *").fill(email);
  await noScript.getByRole("button", { name: "Post Comment" }).click();
  await expect(noScript.getByRole("alert")).toContainText("You can send something again after");
  await expect(noScript.getByLabel("Comment *")).toHaveValue("A third time.");
  await expect(noScript.locator("body")).not.toContainText("Insults.");

  await page.getByRole("checkbox", { name: "Select all" }).check();
  await page.getByLabel("Bulk actions").selectOption({ label: "Trash" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await privateDb.comment.count({ where: { body: { in: bodies }, status: "trash" } })).toBe(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: bodies[1] })).toBeVisible();

  await page.getByRole("navigation").getByRole("link", { name: "Commenters" }).click();
  const rule = page.getByRole("listitem").filter({ hasText: "Insults." });
  await rule.getByRole("button", { name: "Lift" }).click();
  await expect(rule.getByRole("button", { name: "Put back in force" })).toBeVisible();
  await expectAccessible(page);
});
