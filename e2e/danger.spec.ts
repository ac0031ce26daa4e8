import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { sealContact } from "@/lib/comments/contact";
import { makeComment } from "@/lib/testing/make";

test("a moderator freezes a threat from the desk; readers no longer see it, and an editor opens the evidence and deletes it when it is over", async ({
  signedInAs,
  publishedPost,
  noScript,
}) => {
  test.slow();
  const post = await publishedPost();
  const body = `I know where you live ${post.id}`;
  const contact = { create: sealContact("threat@example.org", { ip: "192.0.2.1", agent: "e2e" }) };
  const { id } = await makeComment({ postId: post.id, status: "approved", name: "Nobody Known", body, contact });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=approved");
  await page.getByRole("main").getByRole("listitem").filter({ hasText: body }).getByRole("link", { name: "Danger to life?" }).click();
  await expect(page.getByRole("heading", { name: "Danger to life" })).toBeVisible();
  await expect(page.getByText("Nobody has set yet whom to inform")).toBeVisible();
  await page.getByRole("button", { name: "Freeze and take off the page" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The evidence is frozen." })).toBeVisible();
  await noScript.goto(`/${post.slug}`);
  await expect(noScript.getByText(body)).toHaveCount(0);
  await page.getByRole("link", { name: "All cases" }).click();
  const own = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href$="${id}"]`) });
  await expect(own).toContainText("Frozen on");
  await expect(own.getByRole("button")).toHaveCount(0);

  const editor = await signedInAs("editor");
  await editor.page.setViewportSize({ width: 320, height: 800 });
  await editor.page.goto("/admin/comments/danger");
  const row = editor.page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: editor.page.locator(`a[href$="${id}"]`) });
  await expect(row).not.toContainText("threat@example.org");
  await row.getByRole("button", { name: "Open" }).click();
  await expect(row).toContainText("threat@example.org");
  await expect(row).toContainText(body);
  await expectAccessible(editor.page);
  await expectNoSidewaysScroll(editor.page);
  await row.getByText("It is over").click();
  const question = editor.page.getByRole("dialog", { name: "Delete this evidence for good?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(row).toBeVisible();
  await row.getByText("It is over").click();
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(editor.page.getByRole("status")).toHaveText("The case is deleted for good.");
  await expect(row).toHaveCount(0);
});
