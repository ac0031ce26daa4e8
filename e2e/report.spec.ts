import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

const ALL_FIELDS = ["What is wrong with it?", "Explanation", "Your name", "Your e-mail address"];

test("without scripts: a reader reports a reply, is told what the law still asks for, and later what was decided", async ({
  noScript,
  signedInAs,
  publishedPost,
}) => {
  test.slow();
  const post = await publishedPost();
  const { id } = await makeComment({ postId: post.id, status: "approved", name: "Linus", body: `Reported ${post.id}` });
  await noScript.goto(`/${post.slug}`);
  await noScript.locator(`#comment-${id}`).getByRole("link", { name: "Report" }).click();
  await expect(noScript.getByRole("article")).toContainText(`Reported ${post.id}`);
  await noScript.getByLabel("What is wrong with it?").selectOption({ label: "It is illegal content" });
  await noScript.getByLabel("Your name").fill("Grace");
  const sent = noScript.waitForResponse((response) => response.request().method() === "POST");
  await noScript.getByRole("button", { name: "Send the report" }).click();
  expect((await sent).status()).toBe(422);
  await expect(noScript).toHaveTitle(/^Error: /);
  await expect(noScript.getByRole("alert")).toBeVisible();
  const wrong = noScript.locator('[aria-invalid="true"]');
  await expect(wrong).toHaveCount(3);
  await expect(noScript.getByLabel("Your name")).toHaveValue("Grace");
  await noScript.getByLabel("Explanation").fill("It denies what section 130 of the code forbids to deny.");
  await noScript.getByLabel("Your e-mail address").fill("grace.hopper@example.org");
  await noScript.getByRole("checkbox", { name: "I believe in good faith" }).check();
  await noScript.getByRole("button", { name: "Send the report" }).click();
  await expect(noScript).toHaveURL(/\/receipts\/report\/[\w-]+#told$/);
  await expect(noScript.getByRole("status")).toContainText("Your report has arrived");
  const receipt = noScript.url().replace("#told", "");

  const { page, actor } = await signedInAs("moderator");
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/admin/comments");
  await page.getByRole("link", { name: /^Reported \d/ }).click();
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: `Reported ${post.id}` });
  await expect(row).toContainText("May be illegal");
  await expect(row).toContainText("by Grace");
  await expect(row).toContainText("section 130");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await page.content()).not.toContain("grace.hopper");
  await row.getByRole("button", { name: "Show address" }).click();
  await expect(row.getByRole("link", { name: "grace.hopper@example.org" })).toBeVisible();
  await row.getByRole("button", { name: "Leave it" }).click();
  await expect(page.getByRole("status")).toContainText("stays as it is");
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await row.getByLabel("Reason").fill("Section 130.");
  await row.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByRole("status")).toContainText("was rejected");
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "rejected", reason: "Section 130." });
  expect(
    await privateDb.auditEvent.findMany({ where: { actorId: actor.id, subjectId: id }, select: { act: true }, orderBy: { at: "asc" } }),
  ).toEqual([{ act: "comment.dismissReports" }, { act: "comment.reopenReports" }, { act: "comment.reject" }]);
  await noScript.goto(receipt);
  await expect(noScript.getByRole("status")).toContainText("followed the reports and removed the reply");
});

test("the report's page keeps WCAG 2.2 A and AA, in its refusal too, and what was typed when the reply goes off the page meanwhile", async ({
  page,
  publishedPost,
  mayComplain,
}) => {
  // The refusals themselves: 422, 410.
  mayComplain.console = true;
  const post = await publishedPost();
  const { id } = await makeComment({ postId: post.id, status: "approved" });
  await page.goto(`/report/${id}`);
  await expectAccessible(page);
  await page.getByLabel("What is wrong with it?").selectOption("illegal");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  for (const label of ALL_FIELDS) await expect(page.getByLabel(label)).toBeVisible();
  await page.getByLabel("What is wrong with it?").selectOption("insult");
  await page.getByLabel("Explanation").fill("x".repeat(5_001));
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByLabel("Explanation")).toHaveAccessibleDescription(/At most 5,000 characters, please: these are 5,001\./);
  await page.getByLabel("Explanation").fill("This is what I typed.");
  await privateDb.comment.update({ where: { id }, data: { status: "trash" } });
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("alert")).toContainText("no longer on the page");
  await expect(page.getByLabel("Explanation")).toHaveValue("This is what I typed.");
  expect((await page.request.get(`/report/${id}`)).status()).toBe(404);
});
