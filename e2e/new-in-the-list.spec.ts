import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { emptyTheQueue, settleAllReports } from "@/e2e/queue";
import { privateDb } from "@/lib/db/private";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { makeComment } from "@/lib/testing/make";

const rowOf = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const shownIds = (page: Page) => page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));

let senders = 0;
/** A report by somebody else each time; an urgent one is a notice of what may be illegal. */
async function report(id: string, isUrgent = false): Promise<void> {
  const notice = { explanation: "It names me.", name: "Grace", email: "grace@example.org", goodFaith: "on" };
  const said = isUrgent ? { reason: "illegal", ...notice } : { reason: "insult" };
  const sent = await reportComment({ ip: `198.51.100.${++senders}`, agent: "e2e" }, { key: newReportKey(id), ...said });
  if (!sent.ok) throw new Error(sent.error);
}

/** Opens the list, as the page that hears of what comes. */
async function listen(page: Page, id: string): Promise<void> {
  const listens = page.waitForResponse((response) => response.url().includes("/api/desk/events?"));
  await page.goto("/admin/comments/reported");
  await expect(rowOf(page, id)).toBeVisible();
  await listens;
}

test("an urgent report moves nothing in a list in which one works: it is told within two seconds, and shown when one asks for it", async ({
  signedInAs,
  publishedPost,
}) => {
  await settleAllReports();
  const post = await publishedPost();
  const make = async () => (await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence." })).id;
  const [first, second, urgent, later, third] = [await make(), await make(), await make(), await make(), await make()];
  for (const id of [first, second]) await report(id);
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  for (const each of [page, other.page]) await listen(each, second);
  const leave = rowOf(page, second).getByRole("button", { name: "Leave it" });
  await leave.hover();
  await rowOf(page, second).focus();
  const before = await leave.boundingBox();

  await report(urgent, true);
  const show = page.getByRole("button", { name: "1 new in this list, 1 urgent: show" });
  await expect(show).toBeVisible({ timeout: 2_000 });
  await expect(page.locator("[aria-live=polite]").filter({ has: show })).toHaveCount(1);
  expect(await shownIds(page)).toEqual([first, second]);
  expect(await leave.boundingBox(), "not a pixel").toEqual(before);
  await expect(rowOf(page, second)).toBeFocused();
  await expectAccessible(page);
  // Where nobody works in it, it is shown at once.
  await expect(rowOf(other.page, urgent)).toBeVisible({ timeout: 2_000 });
  expect(await shownIds(other.page)).toEqual([urgent, first, second]);

  // What stands behind all the others is shown, too; what has become urgent stays where it is.
  await report(later);
  await expect(rowOf(page, later)).toBeVisible();
  await report(second, true);
  await expect(page.getByRole("button", { name: "2 new in this list, 2 urgent: show" })).toBeVisible();
  await expect(rowOf(page, second)).toContainText("2 reports");
  expect(await shownIds(page)).toEqual([first, second, later]);

  // One's own act shows no more; what follows has the focus.
  await leave.click();
  await expect(page.getByText("reported once more")).toBeVisible();
  expect(await shownIds(page)).toEqual([first, second, later]);
  await leave.click();
  await expect(rowOf(page, second)).toHaveCount(0);
  await expect(rowOf(page, later)).toBeFocused();
  expect(await shownIds(page)).toEqual([first, later]);

  await show.focus();
  await page.keyboard.press("Enter");
  await expect(rowOf(page, urgent)).toBeFocused();
  expect(await shownIds(page)).toEqual([urgent, first, later]);
  await expect(page.getByText("new in this list")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, second)).toBeVisible();
  expect(await shownIds(page), "what one brings back oneself is where it belongs").toEqual([second, urgent, first, later]);
  await report(third, true);
  await expect(show).toBeVisible();
});

test("a further report of what is listed is there at once; who was reading the row is told before they find it wrong", async ({
  signedInAs,
  publishedPost,
}) => {
  await settleAllReports();
  const post = await publishedPost();
  const { id } = await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence." });
  await report(id);
  const { page } = await signedInAs("moderator");
  await listen(page, id);
  await rowOf(page, id).focus();
  await report(id);
  await expect(rowOf(page, id)).toContainText("2 reports", { timeout: 2_000 });
  await page.keyboard.press("a");
  await expect(page.getByText("reported once more")).toBeVisible();
  expect(await privateDb.reportCase.count({ where: { commentId: id, decidedAt: null } })).toBe(1);
  // Who was told has read what there was then, and not what came since.
  await report(id);
  await expect(rowOf(page, id)).toContainText("3 reports");
  await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.keyboard.press("a")]);
  await expect(page.locator("form[aria-busy=true]")).toHaveCount(0);
  await expect(rowOf(page, id)).toContainText("3 reports");
  expect(await privateDb.reportCase.count({ where: { commentId: id, decidedAt: null } })).toBe(1);
  await page.keyboard.press("a");
  await expect(rowOf(page, id)).toHaveCount(0);
});

test("a list of which half is kept back is made anew once, and not again and again", async ({ signedInAs, publishedPost }) => {
  await settleAllReports();
  const post = await publishedPost();
  const make = async () => (await makeComment({ postId: post.id, status: "approved", body: "An ordinary sentence." })).id;
  const [first, urgent] = [await make(), await make()];
  await report(first);
  const { page } = await signedInAs("moderator");
  await listen(page, first);
  await rowOf(page, first).focus();
  let asked = 0;
  page.on("request", (request) => void (asked += Number(request.url().includes("/admin/comments/reported"))));
  await report(urgent, true);
  const show = page.getByRole("button", { name: "1 new in this list, 1 urgent: show" });
  await expect(show).toBeVisible();
  await page.waitForTimeout(1_000);
  expect(asked).toBeLessThanOrEqual(2);
  expect(await shownIds(page)).toEqual([first]);
});

test("a reply that is sent while nothing waits appears by itself, and the next one behind it, with their number", async ({
  signedInAs,
  publishedPost,
}) => {
  await emptyTheQueue();
  const post = await publishedPost();
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  const { id: first } = await makeComment({ postId: post.id, body: "The first one." });
  await expect(rowOf(page, first)).toBeVisible();
  await rowOf(page, first).focus();
  const { id: second } = await makeComment({ postId: post.id, body: "The second one." });
  await expect(rowOf(page, second)).toBeVisible();
  await expect(rowOf(page, first)).toBeFocused();
  expect(await shownIds(page)).toEqual([first, second]);
  await expect(page.getByRole("link", { name: /^Pending/ })).toContainText("2");
});
