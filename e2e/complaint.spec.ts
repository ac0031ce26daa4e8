import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { sealContact } from "@/lib/comments/contact";
import { rejectComment } from "@/lib/comments/moderate";
import { receiptKey } from "@/lib/comments/receipt";
import { makeComment } from "@/lib/testing/make";

test("without scripts: an author reads why, complains by one click, and another person overturns the decision with reasons", async ({
  noScript,
  signedInAs,
  publishedPost,
}) => {
  test.slow();
  const post = await publishedPost();
  const body = `Turned down ${post.id}`;
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.1", agent: "e2e" }) };
  const { id } = await makeComment({ postId: post.id, status: "approved", name: "Ada", body, contact });
  const { page, actor } = await signedInAs("administrator");
  await rejectComment(actor, { id, from: "approved", ground: "law", reason: "Section 185." });
  await noScript.goto(`/receipts/${receiptKey(id)}`);
  const why = noScript.getByRole("region", { name: "Why" });
  await expect(why).toContainText("Your reply was taken off the page.");
  await expect(why).toContainText("A person in the newsroom decided, no machine.");
  await expect(why).toContainText("against the law");
  await expect(noScript.getByRole("figure")).toContainText("Section 185.");
  await why.getByRole("button", { name: "Complain of the decision" }).click();
  await expect(noScript.getByRole("status").filter({ hasText: "Your complaint has arrived." })).toBeVisible();
  await expect(why).toContainText("Another person in the newsroom looks at it");

  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: body });
  const other = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await page.getByRole("link", { name: /^Complaints/ }).click();
  await expect(row).toContainText("This was your own decision");
  await expect(row.getByRole("button")).toHaveCount(0);
  await other.page.setViewportSize({ width: 320, height: 800 });
  await other.page.goto("/admin/comments/complaints");
  const theirs = other.page.getByRole("main").getByRole("listitem").filter({ hasText: body });
  await expect(theirs).toContainText("The law");
  await expectAccessible(other.page);
  await expectNoSidewaysScroll(other.page);
  await theirs.getByRole("button", { name: "Overturn and publish" }).click();
  await expect(other.page.getByRole("alert").filter({ hasText: "has to be told why" })).toBeVisible();
  await theirs.getByLabel("Answer").fill("It is an opinion.");
  await theirs.getByRole("button", { name: "Overturn and publish" }).click();
  await expect(other.page.getByRole("status")).toContainText("The complaint is answered.");
  await expect(theirs).toHaveCount(0);
  await noScript.goto(`/receipts/${receiptKey(id)}`);
  await expect(noScript.getByText("Your reply is published.")).toBeVisible();
  await expect(why).toContainText("you were right");
  await expect(why).toContainText("It is an opinion.");
  await noScript.goto(`/${post.slug}`);
  await expect(noScript.getByText(body)).toBeVisible();
});
