import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { sealContact } from "@/lib/comments/contact";
import { rejectComment } from "@/lib/comments/moderate";
import { receiptKey } from "@/lib/comments/receipt";
import { dismissReports } from "@/lib/reports/dismiss";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
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

test("without scripts: a reader whose report was dismissed complains, and another person takes the reply off the page", async ({
  noScript,
  signedInAs,
  publishedPost,
  address,
}) => {
  test.slow();
  const post = await publishedPost();
  const body = `Left on the page ${post.id}`;
  const { id } = await makeComment({ postId: post.id, status: "approved", name: "Bob", body });
  const sent = await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  if (!sent.ok) throw new Error(sent.error);
  const { actor } = await signedInAs("editor");
  await dismissReports(actor, { id });
  await noScript.goto(`/receipts/report/${sent.receipt}`);
  await expect(noScript.getByText("left it on the page")).toBeVisible();
  await expect(noScript.getByText("article 21")).toBeVisible();
  await noScript.getByLabel("What you want to say about it").fill("Read it again.");
  await noScript.getByRole("button", { name: "Complain of the decision" }).click();
  await expect(noScript.getByRole("status").filter({ hasText: "Your complaint has arrived." })).toBeVisible();

  const { page } = await signedInAs("moderator");
  await page.goto(`/receipts/report/${sent.receipt}`);
  await expectAccessible(page);
  await page.goto("/admin/comments/complaints");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: body });
  await expect(row).toContainText("the reports were dismissed");
  await expect(row).toContainText("Read it again.");
  await row.getByLabel("Answer").fill("It is an insult.");
  await row.getByRole("button", { name: "Overturn and take off the page" }).click();
  await expect(page.getByRole("status")).toContainText("The complaint is answered.");
  await noScript.goto(`/receipts/report/${sent.receipt}`);
  await expect(noScript.getByText("you were right")).toBeVisible();
  await noScript.goto(`/${post.slug}`);
  await expect(noScript.getByText(body)).toHaveCount(0);
});
