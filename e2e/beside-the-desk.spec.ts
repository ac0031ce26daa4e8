import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { settleAllReports } from "@/e2e/queue";
import { sealContact } from "@/lib/comments/contact";
import { rejectComment } from "@/lib/comments/moderate";
import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { complain } from "@/lib/statements/complain";
import { makeComment, makeUser } from "@/lib/testing/make";

const rowOf = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);

test("by keyboard alone through what was reported; what one moderator settles goes from the other's list, and comes back", async ({
  signedInAs,
  publishedPost,
  address,
}) => {
  test.slow();
  await settleAllReports();
  const post = await publishedPost();
  const reported = async () => {
    const { id } = await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence." });
    const sent = await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
    if (!sent.ok) throw new Error(sent.error);
    return id;
  };
  const [first, second] = [await reported(), await reported()];
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  for (const each of [page, other.page]) {
    await each.goto("/admin/comments/reported");
    await expect(rowOf(each, second)).toBeVisible();
  }
  await expectAccessible(page);
  await rowOf(page, first).focus();
  await expect(rowOf(other.page, first)).toContainText("is looking at this.");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog");
  await expect(keys).toContainText("a");
  await expect(keys).toContainText("Leave it: the reports are wrong");
  await expect(keys).not.toContainText("Select all");
  await page.keyboard.press("Escape");
  await rowOf(page, first).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rowOf(page, first)).toBeFocused();
  await page.keyboard.press("a");
  await expect(rowOf(page, first)).toHaveCount(0);
  await expect(rowOf(other.page, first)).toHaveCount(0);
  // The next one has the focus.
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
  await page.keyboard.press("z");
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(rowOf(page, first)).toBeVisible();
  await expect(rowOf(other.page, first)).toBeVisible();

  await rowOf(other.page, second).getByLabel("Reason").fill("Bitte ohne Namen.");
  await rowOf(page, second).focus();
  await page.keyboard.press("m");
  await expect(rowOf(page, second).getByLabel("Reason")).toBeFocused();
  await rowOf(page, second).focus();
  await page.keyboard.press("n");
  await expect(rowOf(page, second)).toHaveCount(0);
  // What is typed is not lost, and says who was faster.
  await expect(rowOf(other.page, second)).toContainText("was faster");
  await expect(rowOf(other.page, second).getByLabel("Reason")).toHaveValue("Bitte ohne Namen.");
});

test("what was settled and is reported anew is back in the lists that are open, where nobody does anything; nothing typed is lost", async ({
  signedInAs,
  publishedPost,
}) => {
  test.slow();
  await settleAllReports();
  const post = await publishedPost();
  let senders = 0;
  const report = async (id: string) => {
    const sent = await reportComment({ ip: `198.51.100.${++senders}`, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
    if (!sent.ok) throw new Error(sent.error);
  };
  const make = async () => (await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence." })).id;
  const ids = [await make(), await make(), await make()] as const;
  for (const id of ids) await report(id);
  const [again, typed, last] = ids;
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  for (const each of [page, other.page]) {
    await each.goto("/admin/comments/reported");
    await expect(rowOf(each, last)).toBeVisible();
  }
  await rowOf(page, typed).getByLabel("Reason").fill("Bitte ohne Namen.");
  for (const id of [again, typed]) {
    await rowOf(other.page, id).getByRole("button", { name: "Leave it" }).click();
    await expect(rowOf(other.page, id)).toHaveCount(0);
  }
  await expect(rowOf(page, again)).toHaveCount(0);
  await expect(rowOf(page, typed)).toContainText("was faster");

  await report(again);
  for (const each of [page, other.page]) {
    await expect(rowOf(each, again)).toBeVisible();
    await expect(rowOf(each, again)).not.toContainText("was faster");
  }
  await expect(page.getByRole("link", { name: "Reported 2" })).toBeVisible();
  // The list was made anew, without the one in which something is typed.
  await expect(rowOf(page, typed)).toContainText("was faster");
  await expect(rowOf(page, typed).getByLabel("Reason")).toHaveValue("Bitte ohne Namen.");
  await report(typed);
  await expect(rowOf(other.page, typed)).toBeVisible();
  await expect(rowOf(page, typed)).not.toContainText("was faster");
  await expect(rowOf(page, typed).getByLabel("Reason")).toHaveValue("Bitte ohne Namen.");
});

test("to take a part out elsewhere leaves the reports open unless one says that it answers them; then they leave the open list, and come back when that is undone", async ({
  signedInAs,
  publishedPost,
  address,
}) => {
  test.slow();
  await settleAllReports();
  const post = await publishedPost();
  const reported = async () => {
    const { id } = await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence, and an insult. 555 1234." });
    await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
    return id;
  };
  // Of few that are left the list would be made anew by itself.
  const [id, later] = [await reported(), await reported(), await reported()];
  const { id: quiet } = await makeComment({ postId: post.id, status: "approved" });
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  const listens = page.waitForResponse((response) => response.url().includes("/api/desk/events?"));
  await page.goto("/admin/comments/reported");
  await expect(rowOf(page, id)).toBeVisible();
  await listens;
  await other.page.goto(`/admin/comments?status=approved&article=/${post.slug}`);
  const row = rowOf(other.page, id);
  const box = row.getByLabel("This answers the reports");
  await expect(row.locator("strong")).toHaveText("Reported");
  await expect(rowOf(other.page, quiet)).toBeVisible();
  await expect(rowOf(other.page, quiet)).not.toContainText("Reported");
  const save = async (text: string) => {
    await row.getByLabel("Changed text").fill(text);
    await row.getByRole("button", { name: "Save the change" }).click();
  };
  await row.getByText("Edit", { exact: true }).click();
  await expect(box).not.toBeChecked();
  await expectAccessible(other.page);
  await save("An ordinary sentence, and an insult.");
  await expect(other.page.getByRole("status")).toContainText("The text was changed.");
  await expect(row.locator("strong")).toHaveText("Reported");
  expect(await privateDb.reportCase.count({ where: { commentId: id, decidedAt: null } })).toBe(1);

  await row.getByText("Edit", { exact: true }).click();
  await box.check();
  await row.getByLabel("What the change does").selectOption("correction");
  await save("An ordinary sentence.");
  await expect(other.page.getByText("only what takes something out answers reports")).toBeVisible();
  await expect(box).toBeChecked();
  await expect(rowOf(page, id)).toBeVisible();
  await row.getByLabel("What the change does").selectOption("guidelines");
  await reportComment({ ip: "198.51.100.201", agent: "e2e" }, { key: newReportKey(id), reason: "other" });
  await save("An ordinary sentence.");
  await expect(other.page.getByText("a reader reported the comment since you opened this")).toBeVisible();
  await expect(box).toBeChecked();
  await expect(row.getByRole("link", { name: "Reported" })).toHaveAttribute("href", "/admin/comments/reported");
  await save("An ordinary sentence.");
  await expect(rowOf(page, id)).toHaveCount(0);
  await expect(other.page.getByRole("status")).toContainText("2 reports of it answered");
  await expect(row.locator("strong")).toHaveCount(0);
  await other.page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, id)).toContainText("and an insult.");

  // The same text again, which says now that it answered the reports: of the first one there are later ones.
  const again = rowOf(other.page, later);
  await again.getByText("Edit", { exact: true }).click();
  await again.getByLabel("Changed text").fill("An ordinary sentence.");
  await again.getByRole("button", { name: "Save the change" }).click();
  await expect(other.page.getByRole("status")).toContainText("The text was changed.");
  for (const each of [again, row]) {
    // The form would keep what was taken back.
    await other.page.reload();
    await each.getByText("Edit", { exact: true }).click();
    await each.getByLabel("This answers the reports").check();
    await each.getByRole("button", { name: "Save the change" }).click();
    if (each === again) await expect(other.page.getByRole("status")).toContainText("1 report of it answered by your last change.");
  }
  await expect(other.page.getByText("and no report is answered")).toBeVisible();
  await expect(rowOf(page, later)).toHaveCount(0);
  await expect(rowOf(page, id)).toBeVisible();
});

test("a complaint is reached and answered by keyboard; a colleague's list loses it", async ({ signedInAs, publishedPost }) => {
  test.slow();
  await settleAllReports();
  const post = await publishedPost();
  const complained = async () => {
    const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.9", agent: "e2e" }) };
    const { id } = await makeComment({ postId: post.id, status: "approved", contact });
    await rejectComment(await makeUser({ role: "editor" }), { id, from: "approved" });
    const { id: statement } = await privateDb.statement.findFirstOrThrow({ where: { commentId: id } });
    await complain(receiptKey(id), { statement, text: `Why ${id}?` });
    return id;
  };
  const [first, second] = [await complained(), await complained()];
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  const at = (each: Page, id: string) => each.locator("[data-row]").filter({ hasText: `Why ${id}?` });
  for (const each of [page, other.page]) {
    await each.goto("/admin/comments/complaints");
    await expect(at(each, second)).toBeVisible();
  }
  const third = await complained();
  for (const each of [page, other.page]) await expect(at(each, third)).toBeVisible();
  await at(page, first).focus();
  await page.keyboard.press("r");
  await page.keyboard.type("Read again: it stays.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The complaint is answered.");
  await expect(at(page, first)).toHaveCount(0);
  await expect(at(other.page, first)).toHaveCount(0);
  await expect(at(other.page, second)).toBeVisible();
});
