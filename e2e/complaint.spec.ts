import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { sealContact } from "@/lib/comments/contact";
import { approveComment, rejectComment } from "@/lib/comments/moderate";
import { textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { dismissReports } from "@/lib/reports/dismiss";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { makeComment } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

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

/** A public reply, and what takes something out of it. */
async function cuttable(postId: string, actor: Actor) {
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.1", agent: "e2e" }) };
  const { id } = await makeComment({ postId, status: "approved", name: "Ada", body: `One, two, three ${postId}`, contact });
  const cut = async (body: string, why: string, answers = false) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    const done = await editAsStaff(actor, { id, from: "approved", seen: textVersion(editedAt), body, kind: "guidelines", why, answers });
    if (!done.ok) throw new Error(done.error);
    return done.event;
  };
  return { id, receipt: `/receipts/${receiptKey(id)}`, cut };
}

test("without scripts: of two cuts an author is told each why, complains of the first, and can still of the second", async ({
  noScript,
  signedInAs,
  publishedPost,
}) => {
  test.slow();
  const post = await publishedPost();
  const { page, actor } = await signedInAs("moderator");
  const { id, receipt, cut } = await cuttable(post.id, actor);
  await cut("One, two", "Three is an insult.");
  await noScript.goto(receipt);
  const why = noScript.getByRole("region", { name: "Why" });
  await expect(why.getByRole("heading")).toHaveText(["Why"]);
  await expect(why.getByRole("group")).toHaveCount(0);
  await cut("One", "Two is off the subject.");
  await noScript.goto(receipt);
  const group = why.getByRole("group", { name: "Part of the text taken out" });
  const [second, first] = [group.nth(0), group.nth(1)];
  await expect(group).toHaveCount(2);
  await expect(second).toContainText("Two is off the subject.");
  await expect(first).toContainText("Three is an insult.");
  await expect(first).toContainText("What it said before stands above.");
  const field = (of: typeof first) => of.getByLabel("What you want to say about it");
  await field(first).fill("x".repeat(5_001));
  await first.getByRole("button", { name: "Complain of the decision" }).click();
  await expect(noScript).toHaveTitle(/^Error: /);
  await expect(field(first)).toHaveAttribute("aria-invalid", "true");
  await expect(field(first)).toHaveValue(/x{5001}/);
  await expect(field(second)).toHaveValue("");
  await expect(noScript.locator('[aria-invalid="true"]')).toHaveCount(1);
  await field(first).fill("It is praise.");
  await first.getByRole("button", { name: "Complain of the decision" }).click();
  await expect(noScript.getByRole("status").filter({ hasText: "Your complaint has arrived." })).toBeVisible();
  await expect(first).toContainText("You complained of this decision.");
  await expect(first.getByRole("button")).toHaveCount(0);
  await expect(second.getByRole("button", { name: "Complain of the decision" })).toBeVisible();

  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(receipt);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  const other = await signedInAs("editor");
  await other.page.goto("/admin/comments/complaints");
  const row = other.page.getByRole("main").getByRole("listitem").filter({ hasText: "It is praise." });
  await row.getByLabel("Answer").fill("You are right.");
  await row.getByRole("button", { name: "the text was changed again since, and stays" }).click();
  await expect(other.page.getByRole("status")).toContainText("by Edit and “Puts back what was taken out”");
  await noScript.goto(receipt);
  await expect(group.nth(1)).toContainText("You are right.");
  await expect(group.nth(1)).toContainText("did not come back by itself");
  await other.page.goto(`/admin/comments?status=approved&article=/${post.slug}`);
  const changed = other.page.locator(`[data-row="${id}"]`);
  const putBack = async (text: string) => {
    await changed.getByLabel("Changed text").fill(text);
    await changed.getByLabel("What the change does").selectOption({ label: "Puts back what was taken out" });
    await changed.getByRole("button", { name: "Save the change" }).click();
  };
  await changed.getByText("Edit", { exact: true }).click();
  await putBack("One, four");
  await expect(changed.getByText("nothing that the newsroom took out stands there again")).toBeVisible();
  await putBack(`One, three ${post.id}`);
  await expect(other.page.getByRole("status")).toContainText("The text was changed.");
  await noScript.goto(receipt);
  await expect(group.nth(1)).toContainText("You are right.");
  await expect(group.nth(1)).not.toContainText("did not come back by itself");
  await rejectComment(actor, { id, from: "approved", reason: "Nothing is left of it." });
  await noScript.goto(receipt);
  const whole = why.getByRole("group", { name: "Taken off the page" });
  await expect(whole.getByRole("button", { name: "Complain of the decision" })).toBeVisible();
  await expect(whole, "it stands above").not.toContainText("Nothing is left of it.");
  await expect(noScript.getByRole("figure").filter({ hasText: "Nothing is left of it." })).toBeVisible();
  await expect(group.first()).toContainText("Two is off the subject.");
});

test("without scripts: a complaint that comes too late is told so, and what was typed stays to be copied", async ({
  noScript,
  signedInAs,
  publishedPost,
  address,
}) => {
  const post = await publishedPost();
  const { actor } = await signedInAs("moderator");
  const { id, receipt, cut } = await cuttable(post.id, actor);
  const event = await cut("One", "Two is off the subject.");
  const sent = await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  if (!sent.ok) throw new Error(sent.error);
  await dismissReports(actor, { id });
  const tooLate = async (path: string, before: () => Promise<unknown>) => {
    await noScript.goto(path);
    await noScript.getByLabel("What you want to say about it").fill("It is on the subject.");
    await before();
    await noScript.getByRole("button", { name: "Complain of the decision" }).click();
    await expect(noScript).toHaveTitle(/^Error: /);
    await expect(noScript.getByRole("alert")).toContainText("Your complaint was not taken");
    await expect(noScript.getByLabel("What you typed")).toHaveValue("It is on the subject.");
    await expect(noScript.getByLabel("What you typed")).toHaveAttribute("readonly");
    await expect(noScript.getByRole("button", { name: "Complain of the decision" })).toHaveCount(0);
  };
  await tooLate(receipt, () => undoDecisions(actor, { events: [event] }));
  await tooLate(`/receipts/report/${sent.receipt}`, () => privateDb.comment.delete({ where: { id } }));
});

test("without scripts: a newer decision holds, and both the moderator and the author are told so", async ({
  noScript,
  signedInAs,
  publishedPost,
}) => {
  const post = await publishedPost();
  const [{ actor }, { page }] = [await signedInAs("administrator"), await signedInAs("moderator")];
  const { id, receipt } = await cuttable(post.id, actor);
  await rejectComment(actor, { id, from: "approved", reason: "An insult." });
  await noScript.goto(receipt);
  await noScript.getByRole("button", { name: "Complain of the decision" }).click();
  await approveComment(actor, { id, from: "rejected" });
  await rejectComment(actor, { id, from: "approved", reason: "Off the subject." });
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/admin/comments/complaints");
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: `One, two, three ${post.id}` });
  await expect(row).toContainText(/Decided anew since, .*: .* on .*: Rejected/i);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await row.getByLabel("Answer").fill("It was no insult.");
  await row.getByRole("button", { name: "Overturn (a newer decision holds" }).click();
  await expect(page.getByRole("status")).toContainText("A newer decision holds");
  await noScript.goto(receipt);
  await expect(noScript.getByText("Your reply is published.")).toHaveCount(0);
  const each = noScript.getByRole("region", { name: "Why" }).getByRole("group");
  await expect(each.nth(1)).toContainText("It was no insult.");
  await expect(each.nth(1)).toContainText("that newer decision holds: your reply is still not public");
  await expect(each.nth(0).getByRole("button", { name: "Complain of the decision" })).toBeVisible();
  await page.goto(receipt);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("without scripts: what is typed as a second complaint, from another tab, is refused and stays to be copied", async ({
  noScript,
  signedInAs,
  publishedPost,
  address,
}) => {
  const post = await publishedPost();
  const { actor } = await signedInAs("moderator");
  const { id, receipt, cut } = await cuttable(post.id, actor);
  await cut("One", "Two is off the subject.");
  const sent = await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  if (!sent.ok) throw new Error(sent.error);
  await dismissReports(actor, { id });
  const field = noScript.getByLabel("What you want to say about it");
  const button = noScript.getByRole("button", { name: "Complain of the decision" });
  for (const path of [receipt, `/receipts/report/${sent.receipt}`]) {
    const other = await noScript.context().newPage();
    await other.goto(path);
    await noScript.goto(path);
    await field.fill("From here.");
    await button.click();
    await expect(noScript.getByRole("status").filter({ hasText: "Your complaint has arrived." })).toBeVisible();
    await other.getByLabel("What you want to say about it").fill("From another tab.");
    await other.getByRole("button", { name: "Complain of the decision" }).click();
    await expect(other).toHaveTitle(/^Error: /);
    await expect(other.getByRole("alert")).toContainText("You have complained of this decision before");
    await expect(other.getByLabel("What you typed")).toHaveValue("From another tab.");
    await expect(other.getByLabel("What you typed")).toHaveAttribute("readonly");
    await other.close();
  }
});

test("without scripts: a reader whose report led to a cut complains that it was too little, and the rest is taken off the page", async ({
  noScript,
  signedInAs,
  publishedPost,
  address,
}) => {
  const post = await publishedPost();
  const { actor } = await signedInAs("editor");
  const { id, cut } = await cuttable(post.id, actor);
  const sent = await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  if (!sent.ok) throw new Error(sent.error);
  const path = `/receipts/report/${sent.receipt}`;
  await cut(`One ${post.id}`, "The rest is an insult.", true);
  await noScript.goto(path);
  await expect(noScript.getByText("took a part out of the reply; the rest stays on the page")).toBeVisible();
  await expect(noScript.getByText("If you think that this was too little")).toBeVisible();
  await noScript.getByLabel("What you want to say about it").fill("One is as bad.");
  await noScript.getByRole("button", { name: "Complain of the decision" }).click();
  await expect(noScript.getByRole("status").filter({ hasText: "Your complaint has arrived." })).toBeVisible();

  const { page } = await signedInAs("moderator");
  await page.goto(path);
  await expectAccessible(page);
  await page.goto("/admin/comments/complaints");
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: `One ${post.id}` });
  await expect(row).toContainText("part of the text was taken out as it was reported");
  await row.getByText("What was taken out").click();
  await expect(row.locator("dd").first()).toHaveText(`One, two, three ${post.id}`);
  await expectAccessible(page);
  await row.getByLabel("Answer").fill("All of it goes.");
  await row.getByRole("button", { name: "Overturn and take off the page" }).click();
  await expect(page.getByRole("status")).toContainText("The complaint is answered.");
  await noScript.goto(path);
  await expect(noScript.getByText("you were right")).toBeVisible();
  await noScript.goto(`/${post.slug}`);
  await expect(noScript.getByText(`One ${post.id}`)).toHaveCount(0);
});
