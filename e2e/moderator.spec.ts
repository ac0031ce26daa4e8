import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { startSite } from "@/e2e/site";
import { editComment } from "@/lib/comments/edit";
import { approveComment, trashComment } from "@/lib/comments/moderate";
import { editVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { makeComment, makeUser } from "@/lib/testing/make";

let readers = 0;

/** A reply that waits, each of another reader. Returns its id and its text, which no other has. */
async function waitingReply(postId: string, given: { name?: string; email?: string } = {}) {
  const body = `Danke für den Text ${randomUUID()}`;
  const result = await submitComment(
    { ip: `192.0.2.${readers++ % 250}`, agent: "test" },
    { postId, name: "Grace Hopper", email: `${randomUUID()}@example.org`, body, ...given },
  );
  if (!result.ok) throw new Error(result.error);
  return { id: result.commentId, body };
}

/** Opens the desk with three replies that wait, and no others. Returns them. */
async function deskWithThree(page: Page, postId: string) {
  await emptyTheQueue();
  const replies = [await waitingReply(postId), await waitingReply(postId), await waitingReply(postId)] as const;
  await page.goto("/admin/comments");
  return replies;
}

const row = (page: Page, text: string): Locator => page.getByRole("main").getByRole("listitem").filter({ hasText: text });

test("a reply waits, is approved, and is public at the next request on its page [C8] [C12] [C14]", async ({
  signedInAs,
  publishedPost,
  request,
}) => {
  const post = await publishedPost();
  const { id, body } = await waitingReply(post.id, { email: "grace.hopper@example.org" });
  expect(await (await request.get(`/${post.slug}`)).text()).not.toContain(body);

  const { page } = await signedInAs("moderator");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Comments" }).click();
  const reply = row(page, body);
  await expect(reply.getByText("Grace Hopper", { exact: true })).toBeVisible();
  await expect(reply.getByRole("link", { name: post.title })).toHaveAttribute("href", `/${post.slug}`);
  await expect(reply.getByRole("checkbox", { name: /^Select / })).toBeVisible();
  await reply.getByRole("button", { name: "Approve" }).click();

  await expect(page.getByRole("status")).toContainText("public now");
  await expect(reply).toHaveCount(0);
  expect(await (await request.get(`/${post.slug}`)).text()).toContain(body);
  await page.getByRole("link", { name: /^Approved/ }).click();
  await expect(reply).toBeVisible();
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, from: true, to: true } })).toEqual([
    { act: "comment.approve", from: "pending", to: "approved" },
  ]);
});

test("an address is masked until it is shown, and who looked stands in the ledger [C14]", async ({ signedInAs, publishedPost }) => {
  const { id, body } = await waitingReply((await publishedPost()).id, { email: "grace.hopper@example.org" });
  const { page, actor } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  await expect(row(page, body)).toContainText("g…@e….org");
  expect(await page.content()).not.toContain("grace.hopper");
  await row(page, body).getByRole("button", { name: "Show address" }).click();
  await expect(row(page, body)).toContainText("grace.hopper@example.org");
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, actorId: true } })).toEqual([
    { act: "comment.revealAddress", actorId: actor.id },
  ]);
});

test("an approval changes the thread's page within a second on every instance, and makes no other page anew", async ({
  site,
  signedInAs,
  publishedPost,
  request,
}) => {
  const [post, other] = [await publishedPost(), await publishedPost({ title: "As it was kept" })];
  const { body } = await waitingReply(post.id);
  const second = await startSite(site.databaseUrl, { DATA_DIR: site.dataDir });
  try {
    for (const { url } of [site, second]) for (const { slug } of [post, other]) await request.get(`${url}/${slug}`);
    // Nobody is told of this change, so a page that shows it was made anew.
    await privateDb.post.update({ where: { id: other.id }, data: { title: "Made anew" } });
    const { page } = await signedInAs("editor");
    await page.goto("/admin/comments");
    await row(page, body).getByRole("button", { name: "Approve" }).click();
    await expect(page.getByRole("status")).toContainText("public now");
    for (const { url } of [site, second]) {
      await expect.poll(async () => (await request.get(`${url}/${post.slug}`)).text(), { timeout: 1000 }).toContain(body);
      expect(await (await request.get(`${url}/${other.slug}`)).text()).not.toContain("Made anew");
    }
  } finally {
    await second.stop();
  }
});

test("a reply is rejected with a reason by keyboard alone; the reason stands in its list", async ({ signedInAs, publishedPost }) => {
  const { id, body } = await waitingReply((await publishedPost()).id);
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await row(page, body).getByText("Reject with a reason").press("Enter");
  await page.keyboard.press("Tab");
  await expect(row(page, body).getByLabel("Ground")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row(page, body).getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("Please leave out the <b>names</b>.");
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("was rejected");
  await page.getByRole("link", { name: /^Rejected/ }).click();
  await expect(row(page, body)).toContainText("Please leave out the <b>names</b>.");
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, why: true } })).toEqual([
    { act: "comment.reject", why: "reasonGiven" },
  ]);
});

test("without JavaScript a reply is rejected with a reason too, and its author alone is told", async ({
  noScript: page,
  publishedPost,
}) => {
  const email = `moderator-${Date.now()}@example.org`;
  await makeUser({ role: "moderator", email, signsIn: true });
  const post = await publishedPost();
  const { id, body } = await waitingReply(post.id);
  await signIn(page, email);
  await page.goto("/admin/comments");
  await row(page, body).getByText("Reject with a reason").click();
  await row(page, body).getByLabel("Reason").fill("Zu persönlich.");
  await row(page, body).getByRole("button", { name: "Reject and tell the reason" }).click();
  await expect(page.getByRole("status")).toContainText("was rejected");
  await page.goto(`/receipts/${receiptKey(id)}`);
  await expect(page.getByRole("main")).toContainText("Zu persönlich.");
  await page.goto(`/${post.slug}`);
  await expect(page.getByText("Zu persönlich.")).toHaveCount(0);
});

test("a decision is taken back with Undo, and readers no longer see the reply", async ({ signedInAs, publishedPost, request }) => {
  const post = await publishedPost();
  const { body } = await waitingReply(post.id);
  const { page } = await signedInAs("editor");
  await page.goto("/admin/comments");
  await row(page, body).getByRole("button", { name: "Approve" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(row(page, body)).toBeVisible();
  expect(await (await request.get(`/${post.slug}`)).text()).not.toContain(body);
});

for (const [button, list] of [
  ["Reject", "rejected"],
  ["Spam", "spam"],
  ["Trash", "trash"],
] as const) {
  test(`${button} puts a reply on its list, unseen by readers, and the queue stays where it is [C14]`, async ({
    signedInAs,
    publishedPost,
    request,
  }) => {
    const post = await publishedPost();
    const { body } = await waitingReply(post.id);
    const { page } = await signedInAs("moderator");
    await page.goto("/admin/comments?status=pending");
    await row(page, body).getByRole("button", { name: button }).click();
    await expect(page.getByRole("status")).toContainText(/in Spam|was rejected|in the trash/);
    await expect(row(page, body)).toHaveCount(0);
    await expect(page).toHaveURL(/status=pending/);
    await page.goto(`/admin/comments?status=${list}`);
    await expect(row(page, body)).toBeVisible();
    expect(await (await request.get(`/${post.slug}`)).text()).not.toContain(body);
  });
}

for (const scripts of ["with JavaScript", "without JavaScript"]) {
  test(`all of a page are chosen and approved in one go, ${scripts} [C14]`, async ({ signedInAs, publishedPost, browser, site }) => {
    await emptyTheQueue();
    const post = await publishedPost();
    const replies = await Promise.all([waitingReply(post.id), waitingReply(post.id), waitingReply(post.id)]);
    const signedIn = await signedInAs("moderator");
    const page = scripts === "with JavaScript" ? signedIn.page : await withoutScripts(signedIn.page, browser, site.url);
    await page.goto("/admin/comments?status=pending");
    await page.getByRole("checkbox", { name: "Select all" }).check();
    await page.getByLabel("Bulk actions").selectOption("Approve");
    await expect(page.getByRole("button", { name: /^Apply/ })).toHaveCount(1);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByRole("status")).toContainText("3 comments are public now");
    for (const { body } of replies) await expect(row(page, body)).toHaveCount(0);
    expect(await privateDb.post.findUnique({ where: { id: post.id }, select: { approvedComments: true } })).toEqual({
      approvedComments: 3,
    });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("status")).toContainText("3 decisions were taken back");
    expect(await privateDb.comment.count({ where: { postId: post.id, status: "pending" } })).toBe(3);
  });
}

/** The same session in a browser that runs no scripts. */
async function withoutScripts(page: Page, browser: Browser, baseURL: string): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  return context.newPage();
}

test("one of several is left out: only the chosen ones are decided on [C14]", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const post = await publishedPost();
  const [kept, ...chosen] = [await waitingReply(post.id), await waitingReply(post.id), await waitingReply(post.id)];
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose at least one");
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await row(page, kept.body).getByRole("checkbox").uncheck();
  await row(page, kept.body).getByRole("button", { name: "Show address" }).click();
  await expect(row(page, kept.body).getByRole("link", { name: /@example\.org$/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Select all" })).not.toBeChecked();
  await page.getByLabel("Bulk actions").selectOption("Spam");
  await page.getByRole("button", { name: "Apply" }).click();
  for (const { body } of chosen) await expect(row(page, body)).toHaveCount(0);
  await expect(row(page, kept.body)).toBeVisible();
});

test("who comes second is told who decided, and how", async ({ signedInAs, publishedPost }) => {
  const { body } = await waitingReply((await publishedPost()).id);
  const [first, second] = [await signedInAs("moderator"), await signedInAs("editor")];
  // Whoever hears of it (e2e/two-moderators.spec.ts) does not come second.
  await second.page.route("**/api/desk/events?*", (route) => route.fulfill({ status: 204 }));
  await second.page.goto("/admin/comments");
  await first.page.goto("/admin/comments");
  await row(first.page, body).getByRole("button", { name: "Approve" }).click();
  await expect(first.page.getByRole("status")).toContainText("public now");
  await row(second.page, body).getByRole("button", { name: "Spam" }).click();
  await expect(second.page.getByRole("main").getByRole("alert")).toContainText(
    `${first.actor.name} was faster: the comment by Grace Hopper is already approved`,
  );
  await expect(row(second.page, body)).toHaveCount(0);
});

test("a long list goes on page by page, every reply once [C14]", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const { id: postId } = await publishedPost();
  await privateDb.comment.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({ postId, name: "Grace", body: `Number ${n} of many` })),
  });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  const seen: string[] = [];
  for (;;) {
    seen.push(
      ...(await page
        .getByRole("main")
        .getByText(/^Number \d+ of many$/)
        .and(page.locator("p"))
        .allTextContents()),
    );
    const next = page.getByRole("link", { name: "Next", exact: true });
    if ((await next.count()) === 0) break;
    await expect(next).toHaveAttribute("rel", "next");
    const [before] = seen.slice(-1);
    await next.click();
    await expect(page.getByText(before ?? "", { exact: true })).toHaveCount(0);
  }
  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
  await emptyTheQueue();
});

test("after a decision the focus goes on to the reply in its place", async ({ signedInAs, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { page } = await signedInAs("moderator");
  const [first, second, third] = await deskWithThree(page, postId);
  await row(page, second.body).getByRole("button", { name: "Approve" }).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, second.body)).toHaveCount(0);
  await expect(row(page, third.body)).toBeFocused();
  await expect(row(page, first.body)).toBeVisible();
});

test("a shift by keyboard alone: read, choose, decide, take back, tell a reason; a letter that is typed decides nothing", async ({
  signedInAs,
  publishedPost,
}) => {
  const { id: postId } = await publishedPost();
  const { page } = await signedInAs("moderator");
  const [first, second, third] = await deskWithThree(page, postId);
  const { keyboard } = page;
  // Outside the list no key acts (WCAG 2.1.4).
  await page.getByRole("button", { name: "Keyboard shortcuts" }).focus();
  await keyboard.press("j");
  await expect(page.getByRole("button", { name: "Keyboard shortcuts" })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.press("j");
  await expect(row(page, first.body)).toBeFocused();
  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page);
  await keyboard.press("Escape");
  await expect(row(page, first.body)).toBeFocused();
  await keyboard.press("j");
  await keyboard.press("k");
  await keyboard.press("x");
  await expect(row(page, first.body).getByRole("checkbox")).toBeChecked();
  await keyboard.press("Shift+X");
  await expect(row(page, third.body).getByRole("checkbox")).toBeChecked();
  await keyboard.press("a");
  await expect(page.getByRole("status")).toContainText("public now");
  await expect(row(page, second.body)).toBeFocused();
  await keyboard.press("s");
  await expect(page.getByRole("status")).toContainText("in Spam");
  await expect(row(page, third.body)).toBeFocused();
  await keyboard.press("z");
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(row(page, third.body)).toBeFocused();
  await keyboard.press("m");
  await keyboard.type("A sad jazz quiz?");
  await expect(row(page, third.body).getByLabel("Reason")).toHaveValue("A sad jazz quiz?");
  await keyboard.press("Tab");
  await keyboard.press("n");
  await expect(page.getByRole("status")).toContainText("was rejected");
  await page.goto("/admin/comments?status=approved");
  await row(page, first.body).getByRole("checkbox").focus();
  await keyboard.press("u");
  await expect(page.getByRole("status")).toContainText("waiting again");
  const stored = await privateDb.comment.findMany({ where: { postId }, orderBy: { id: "asc" }, select: { status: true, reason: true } });
  expect(stored).toEqual([
    { status: "pending", reason: null },
    { status: "pending", reason: null },
    { status: "rejected", reason: "A sad jazz quiz?" },
  ]);
});

test("an act takes its reply off the list before it is answered; a refused one is back with the reason and what was typed", async ({
  signedInAs,
  publishedPost,
}) => {
  const { id: postId } = await publishedPost();
  const { page } = await signedInAs("moderator");
  const [first, second, third] = await deskWithThree(page, postId);
  const held = await holdActs(page);
  await row(page, first.body).focus();
  await page.keyboard.press("a");
  await expect(row(page, first.body)).toHaveCount(0);
  await expect(row(page, second.body)).toBeFocused();
  // By the law only with a word on it: the server refuses.
  await row(page, second.body).getByText("Reject with a reason").click();
  await row(page, second.body).getByLabel("Ground").selectOption("The law");
  await row(page, second.body).getByRole("button", { name: "Reject and tell the reason" }).click();
  await expect(row(page, second.body)).toHaveCount(0);
  await expect(row(page, third.body)).toBeFocused();
  await page.keyboard.press("Shift+X");
  expect(await privateDb.comment.count({ where: { postId, status: "pending" } })).toBe(3);
  const wasBack = page.evaluate(watchForReturn, first.id);
  held.release();
  await expect(page.getByRole("alert").filter({ hasText: "Say which law, and why" })).toBeVisible();
  await expect(row(page, second.body).getByLabel("Ground")).toHaveValue("law");
  expect(await wasBack).toBe(false);
  await expect(row(page, second.body).getByRole("checkbox")).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Select all" })).not.toBeChecked();
  expect(await privateDb.comment.count({ where: { postId, status: "pending" } })).toBe(2);
});

/** Holds what the page's acts send until it is let go. */
async function holdActs(page: Page): Promise<{ release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/admin/comments*", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  return { release };
}

/** In the page: whether a hidden comment is shown once more before it is taken out. */
function watchForReturn(id: string): Promise<boolean> {
  const row = document.querySelector(`[data-row="${id}"]`);
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (row?.isConnected && row.hasAttribute("hidden")) return;
      watch.disconnect();
      resolve(row?.isConnected ?? true);
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });
  });
}

test("a moderator has keys of their own, or none", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const { id: postId } = await publishedPost();
  const [first, second] = [await waitingReply(postId), await waitingReply(postId)];
  const { page } = await signedInAs("moderator");
  const key = (name: string) => page.getByRole("textbox", { name, exact: true });
  const save = async () => {
    await page.getByRole("button", { name: "Save keys" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Your keys are saved." })).toBeVisible();
  };
  await page.goto("/admin/account");
  await key("Approve").fill("s");
  await page.getByRole("button", { name: "Save keys" }).click();
  await expect(key("Approve")).toHaveAccessibleDescription("Another act has this key, too. Give one of both another key.");
  await expectAccessible(page);
  await key("Approve").fill("f");
  await save();
  await page.goto("/admin/comments");
  await row(page, first.body).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("f", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("f");
  await expect(page.getByRole("status")).toContainText("The comment is public now.");
  await page.goto("/admin/account");
  await page.getByRole("checkbox", { name: "The keys are on" }).uncheck();
  await save();
  await expect(key("Approve")).toHaveValue("f");
  await page.goto("/admin/comments");
  await row(page, second.body).focus();
  await page.keyboard.press("f");
  await page.keyboard.press("j");
  await expect(row(page, second.body)).toBeFocused();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog")).toContainText("You have switched the keys off.");
  expect(await privateDb.comment.count({ where: { postId, status: "pending" } })).toBe(1);
});

test("the newsroom answers a reply that waits: both are public, the answer is marked, and Undo takes one back", async ({
  signedInAs,
  publishedPost,
  page: reader,
}) => {
  await emptyTheQueue();
  const post = await publishedPost();
  const { id, body } = await waitingReply(post.id);
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await row(page, body).focus();
  await page.keyboard.press("r");
  await page.keyboard.type("Thank you, we look into it.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("your reply are public now");
  await expect(row(page, body)).toHaveCount(0);
  await expect(async () => {
    await reader.goto(`/${post.slug}`);
    const answer = reader.locator("#comments ol ol article");
    await expect(answer).toContainText("Thank you, we look into it.", { timeout: 500 });
    await expect(answer).toContainText("Newsroom", { timeout: 500 });
  }).toPass();

  await page.goto("/admin/comments?status=approved");
  // By its id: the row of the answer shows the same text, as what it answers.
  const answered = page.locator(`[data-row="${id}"]`);
  await answered.locator("summary", { hasText: /^Reply$/ }).click();
  await answered.getByRole("button", { name: "Post the reply" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write your reply first." })).toBeVisible();
  await answered.getByLabel("Your reply").fill("One more thing.");
  await answered.getByRole("button", { name: "Post the reply" }).click();
  await expect(page.getByRole("status")).toContainText("Your reply is public now.");
  await expect(answered.getByLabel("Your reply")).toBeHidden();
  await expect(answered.getByLabel("Your reply")).toHaveValue("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(row(page, "One more thing.")).toHaveCount(0);
});

test("the newsroom changes a reply, by keyboard: readers see that it did, its author what it said, and Undo brings it back", async ({
  signedInAs,
  publishedPost,
  page: reader,
  address,
}) => {
  const post = await publishedPost();
  const { id, body } = await waitingReply(post.id);
  await approveComment(await makeUser(), { id });
  await reportComment({ ip: address, agent: "e2e" }, { key: newReportKey(id), reason: "insult" });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=approved");
  const changed = page.locator(`[data-row="${id}"]`);
  await changed.focus();
  await page.keyboard.press("e");
  await expect(changed.getByLabel("Changed text")).toHaveValue(body);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Thanks for the text.");
  await page.keyboard.press("Tab");
  await expect(changed.getByLabel("What the change does")).toHaveValue("guidelines");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Too personal.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The text was changed, and 1 report of it answered");
  await expect(changed).toBeFocused();
  await changed.getByText(/^Edited by /).click();
  await expect(changed.locator("dd").first()).toHaveText(body);
  await expectAccessible(page);
  await expect(async () => {
    await reader.goto(`/${post.slug}`);
    await expect(reader.locator(`#comment-${id}`)).toContainText("Edited by the newsroom", { timeout: 500 });
  }).toPass();
  await expect(reader.locator(`#comment-${id}`)).toContainText("Thanks for the text.");
  await reader.goto(`/receipts/${receiptKey(id)}`);
  await expect(reader.getByRole("main")).toContainText(body);
  await expect(reader.getByRole("region", { name: "Why" })).toContainText("Too personal.");
  await expect(reader.getByRole("button", { name: "Complain" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(changed.getByText(body, { exact: true }).first()).toBeVisible();
  await expect(changed.getByText(/^Edited by /)).toHaveCount(0);
});

test("without JavaScript a change on a text that its author changed meanwhile is refused, with both texts there", async ({
  noScript: page,
  publishedPost,
}) => {
  const address = `moderator-${Date.now()}@example.org`;
  await makeUser({ role: "moderator", email: address, signsIn: true });
  const { id } = await waitingReply((await publishedPost()).id);
  await signIn(page, address);
  await page.goto("/admin/comments?status=all");
  const changed = page.locator(`[data-row="${id}"]`);
  await changed.getByText("Edit", { exact: true }).click();
  await changed.getByLabel("Changed text").fill("What the newsroom typed.");
  const body = `Changed by its author ${randomUUID()}`;
  await editComment(receiptKey(id), { body, seen: editVersion({ status: "pending", editedAt: null }) });
  await changed.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
  await expect(changed.getByText(body, { exact: true })).toBeVisible();
  await expect(changed.getByLabel("Changed text")).toHaveValue("What the newsroom typed.");
  await changed.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("status")).toContainText("The text was changed.");
  await expect(changed.getByText("What the newsroom typed.", { exact: true }).first()).toBeVisible();
});

test("a comment is pinned, and its conversation closed: readers see both, and an answer that was begun is refused with its text kept", async ({
  signedInAs,
  publishedPost,
  noScript: reader,
}) => {
  const post = await publishedPost();
  const [first, last] = [await waitingReply(post.id), await waitingReply(post.id)];
  for (const { id } of [first, last]) await approveComment(await makeUser(), { id });
  await expect(async () => {
    await reader.goto(`/${post.slug}?replyto=${last.id}`);
    await expect(reader.locator(`#comment-${last.id}`)).toBeVisible({ timeout: 500 });
  }).toPass();
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=approved");
  const listed = page.locator(`[data-row="${last.id}"]`);
  const act = async (name: string, told: string) => {
    await listed.getByRole("button", { name }).click();
    await expect(page.getByRole("status")).toContainText(told);
  };
  await listed.getByText("More", { exact: true }).click();
  await act("Pin to the top", "The comment stands first now.");
  await expect(listed).toContainText("Pinned");
  await act("Close the conversation", "The conversation takes no more answers.");
  await expectAccessible(page);
  await reader.getByLabel("Comment", { exact: false }).first().fill("My answer, too late.");
  await reader.getByLabel("Name").fill("Ada");
  await reader.getByLabel("Email").fill(`${randomUUID()}@example.org`);
  await reader.getByRole("button", { name: "Post Comment" }).click();
  await expect(reader.getByRole("alert")).toContainText("This conversation takes no more answers.");
  await expect(reader.getByRole("textbox").first()).toHaveValue("My answer, too late.");
  const top = reader.locator("#comments article").first();
  await expect(top).toContainText("Pinned by the newsroom");
  await expect(top).toContainText("This conversation is closed.");
  await expect(top.getByRole("link", { name: /^Reply/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
  await expect(listed.getByRole("button", { name: "Close the conversation" })).toBeVisible();
});

test("what lies in the trash is deleted for good after a question, but not what its author may still complain of", async ({
  signedInAs,
  publishedPost,
  noScript: other,
}) => {
  const { id: postId } = await publishedPost();
  const [gone, goneToo] = [
    await makeComment({ postId, status: "trash", body: `Trash ${randomUUID()}` }),
    await makeComment({ postId, status: "trash", body: `Trash ${randomUUID()}` }),
  ];
  const kept = await waitingReply(postId);
  await trashComment(await makeUser(), { id: kept.id });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=trash");
  const dialog = page.getByRole("dialog", { name: "Delete this comment for good?" });
  await row(page, gone.body).getByText("Delete for good").first().click();
  await expect(dialog).toContainText("This cannot be undone.");
  await expectAccessible(page);
  await page.keyboard.press("a");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toHaveCount(0);
  await row(page, gone.body).getByText("Delete for good").first().click();
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("status")).toContainText("The comment was deleted for good.");
  await expect(row(page, gone.body)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await row(page, kept.body).getByText("Delete for good").first().click();
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "may complain of the decision until" })).toBeVisible();
  await expect(row(page, kept.body)).toBeVisible();
  await page.goto(`/receipts/${receiptKey(gone.id)}`);
  await expect(page.getByRole("main")).toContainText("The newsroom deleted this reply");

  const address = `moderator-${Date.now()}@example.org`;
  await makeUser({ role: "moderator", email: address, signsIn: true });
  await signIn(other, address);
  await other.goto("/admin/comments?status=trash");
  await row(other, goneToo.body).getByText("Delete for good").first().click();
  await row(other, goneToo.body).getByRole("button", { name: "Delete for good" }).click();
  await expect(other.getByRole("status")).toContainText("The comment was deleted for good.");
  expect(await privateDb.comment.count({ where: { postId, body: "" } })).toBe(2);
});

test("the second click of a double click decides on nothing unread", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const { id: postId } = await publishedPost();
  const [first, second] = [await waitingReply(postId), await waitingReply(postId)];
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await row(page, first.body).getByRole("button", { name: "Approve" }).dblclick({ delay: 150 });
  await expect(page.getByRole("status")).toContainText("public now");
  await expect(row(page, first.body)).toHaveCount(0);
  await expect(row(page, second.body)).toBeVisible();
  expect(await privateDb.comment.count({ where: { postId, status: "pending" } })).toBe(1);
});

test("a commenter's replies are found across the lists and decided on, without JavaScript; the address leaves no trace in the browser", async ({
  noScript: page,
  publishedPost,
}) => {
  const address = `moderator-${Date.now()}@example.org`;
  await makeUser({ role: "moderator", email: address, signsIn: true });
  const { id: postId } = await publishedPost();
  const email = `${randomUUID()}@example.org`;
  const [waits, isSpam, others] = [
    await waitingReply(postId, { email }),
    await waitingReply(postId, { email }),
    await waitingReply(postId),
  ];
  await privateDb.comment.update({ where: { id: isSpam.id }, data: { status: "spam", decidedAt: new Date() } });
  await signIn(page, address);
  await page.goto("/admin/comments?status=all");
  const search = page.getByRole("search");
  await search.getByText("Filters", { exact: true }).click();
  await search.getByLabel("E-mail address", { exact: true }).fill("grace");
  await search.getByRole("button", { name: "Filter" }).click();
  await expect(search.getByLabel("E-mail address", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await search.getByLabel("E-mail address", { exact: true }).fill(email);
  await search.getByRole("button", { name: "Filter" }).click();
  await expect(row(page, waits.body)).toBeVisible();
  await expect(row(page, isSpam.body)).toContainText("Spam");
  await expect(row(page, others.body)).toHaveCount(0);
  expect(decodeURIComponent(page.url())).not.toContain(email);
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await page.getByLabel("Bulk actions").selectOption("Spam");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("status")).toContainText("The comment is in Spam");
  await row(page, waits.body).getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("status")).toContainText("public now");
  await search.getByLabel("Text, name or website").fill(waits.body);
  await search.getByRole("button", { name: "Filter" }).click();
  await expect(row(page, waits.body)).toBeVisible();
  await expect(row(page, isSpam.body)).toHaveCount(0);
  await search.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.getByRole("checkbox", { name: "Only comments sent" })).toHaveCount(0);
  await row(page, waits.body).getByRole("link", { name: "With the same address: Spam 1" }).click();
  await expect(row(page, isSpam.body)).toBeVisible();
  await expect(row(page, others.body)).toHaveCount(0);
});

test("an author finds no list of comments [C15]", async ({ signedInAs }) => {
  const { page } = await signedInAs("author");
  const response = await page.goto("/admin/comments");
  expect(response?.status()).toBe(404);
});

test("the lists are accessible and fit into 320 pixels, in light and dark [C5] [C14]", async ({ signedInAs, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { body } = await waitingReply(postId, { name: "x".repeat(245) });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await row(page, body).getByRole("button", { name: "Show address" }).click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  }
  await row(page, body).getByRole("button", { name: "Reject" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/admin/comments?status=all&ip=wrong");
  await expect(page.getByLabel("IP address", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
});
