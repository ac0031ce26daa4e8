import type { Page } from "@playwright/test";
import { expect, expectAccessibleInBoth, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { AWAITING, field, fill, findAnswers, loseAnswers, send, text } from "@/e2e/reply";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { approveComment } from "@/lib/comments/moderate";
import { privateDb } from "@/lib/db/private";
import { makeComment, makeUser } from "@/lib/testing/make";

const ada = { Comment: "Danke für diesen *Text*!", Name: "Ada", Email: "ada@example.org" };

async function approveReplies(postId: string) {
  const moderator = await makeUser({ role: "moderator" });
  for (const { id } of await privateDb.comment.findMany({ where: { postId, status: "pending" }, select: { id: true } }))
    expect(await approveComment(moderator, { id })).toMatchObject({ ok: true });
}

/** The texts of the post's page, as a stranger gets it. */
async function strangersPage(page: Page, slug: string) {
  return (await page.request.get(`/${slug}`)).text();
}

test("without scripts: a reader leaves a reply, sees it alone, and after approval with everybody [C2][C6][C8]", async ({
  noScript,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost();
  await noScript.goto(`/${slug}`);
  await expect(noScript.getByRole("heading", { name: "Leave a Reply" })).toBeVisible();
  await expect(noScript.getByText("Your email address will not be published.")).toBeVisible();
  await expect(noScript.getByText("Required fields are marked *")).toBeVisible();
  await fill(noScript, ada);
  await send(noScript).click();
  await expect(noScript).toHaveURL(/\/receipts\/[\w-]{43}#reply$/);
  await expect(noScript.getByText(AWAITING)).toBeVisible();
  await expect(noScript.getByRole("article").locator("em")).toHaveText("Text");
  const before = await strangersPage(noScript, slug);
  expect(before).not.toContain("Danke");
  expect(before).not.toMatch(/awaiting|pending|moderation/i);
  await approveReplies(id);
  await expect.poll(() => strangersPage(noScript, slug)).toContain("Danke für diesen <em>Text</em>!");
  await noScript.reload();
  await expect(noScript.getByText("Your reply is published.")).toBeVisible();
  await noScript.getByRole("link", { name: "See it under the article" }).click();
  await expect(noScript.getByRole("article").filter({ hasText: "Danke" })).toBeInViewport();
  await expect(noScript.getByLabel("Comment")).toHaveJSProperty("tagName", "TEXTAREA");
});

test("with scripts: the reply is sent without leaving the page, and told where the focus is [C6][C8]", async ({ page, publishedPost }) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, ada);
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await expect(page.getByRole("status")).toBeFocused();
  await expect(page).toHaveURL(`/${slug}`);
  await expect(page.locator(".reply-sent em")).toHaveText("Text");
  await expect(text(page)).toHaveValue("");
  expect(await strangersPage(page, slug)).not.toContain("Danke");
  const contact = await privateDb.submission.findFirstOrThrow({ where: { commentId: { in: await idsUnder(id) } } });
  expect(contact.key).toMatch(/^[0-9a-f]{32}$/);
  await page.getByRole("link", { name: "Look at your reply again later" }).click();
  await expect(page.getByText(AWAITING)).toBeVisible();
});

test("without scripts: a refused reply comes back with its page, its marks and all of its text [C7]", async ({
  noScript,
  publishedPost,
}) => {
  const { slug } = await publishedPost();
  await noScript.goto(`/${slug}`);
  // What a browser's own check lets through, and the schema does not.
  const typed = { Comment: "Danke!", Name: "  ", Email: "ada@localhost", Website: "ftp://example.org" };
  await fill(noScript, typed);
  const [response] = await Promise.all([noScript.waitForResponse(/api\/replies/), send(noScript).click()]);
  expect(response.status()).toBe(422);
  expect(response.headers()["cache-control"]).toContain("no-store");
  await expect(noScript).toHaveTitle(/^Error:/);
  await expect(noScript).toHaveURL(/\/api\/replies\?post=[\w-]+#reply-errors$/);
  await expect(noScript.getByRole("heading", { level: 1 })).toBeVisible();
  for (const [label, value] of Object.entries(typed)) {
    const field = noScript.getByRole("textbox", { name: label });
    await expect(field).toHaveValue(value);
    if (label === "Comment") await expect(field).not.toHaveAttribute("aria-invalid");
    else {
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(/\w{3}/);
    }
  }
  const summary = noScript.getByRole("alert");
  await expect(summary.getByRole("link")).toHaveCount(3);
  await summary.getByRole("link", { name: /email address/ }).click();
  await expect(noScript.getByRole("textbox", { name: "Email" })).toBeFocused();
  await fill(noScript, { Name: "Ada", Email: "ada@example.org", Website: "" });
  await send(noScript).click();
  await expect(noScript.getByText(AWAITING)).toBeVisible();
});

test("with scripts: the first wrong field is focused, and a mark goes once its field is right [C7]", async ({ page, publishedPost }) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, { Email: "ada@localhost" });
  await send(page).click();
  await expect(text(page)).toBeFocused();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    "Write your comment.",
    "Enter your name.",
    "Enter an email address such as name@example.org.",
  ]);
  const [name, email] = [page.getByRole("textbox", { name: "Name" }), page.getByRole("textbox", { name: "Email" })];
  await expect(name).toHaveAccessibleDescription("Enter your name.");
  await expect(page.getByRole("textbox", { name: "Website" })).not.toHaveAttribute("aria-invalid");
  await name.fill("Ada");
  await expect(name).not.toHaveAttribute("aria-invalid");
  await email.fill("ada@example.org");
  await expect(email).not.toHaveAttribute("aria-invalid");
  await text(page).fill("Danke!");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await idsUnder(id)).toEqual([]);
});

test("where the script does not come the plain form goes out; a mark of the server goes once its field is right [C7]", async ({
  page,
  publishedPost,
  mayComplain,
}) => {
  mayComplain.console = true;
  const { slug } = await publishedPost();
  await page.route(/\/islands\/reply-form/, (route) => route.abort());
  await page.goto(`/${slug}`);
  const [lost] = await Promise.all([page.waitForEvent("requestfailed"), fill(page, { ...ada, Email: "ada@localhost" })]);
  expect(lost.url()).toContain("/islands/reply-form");
  // The next page asks for it at once: there the error summary has the focus.
  await page.unroute(/\/islands\/reply-form/);
  await send(page).click();
  await expect(page).toHaveTitle(/^Error:/);
  const email = page.getByRole("textbox", { name: "Email" });
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await email.fill("ada@example.org");
  await expect(email).not.toHaveAttribute("aria-invalid");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await expect(text(page)).toHaveValue("");
});

for (const late of ["boot", "reply-form"]) {
  test(`what is mended before ${late}.js came is looked at when it comes: the server's mark goes [C7]`, async ({
    page,
    publishedPost,
    mayComplain,
  }) => {
    mayComplain.console = true;
    const { slug } = await publishedPost();
    let come = (): void => {};
    const mayCome = new Promise<void>((resolve) => (come = resolve));
    await page.route(new RegExp(`/islands/${late}-`), async (route) => {
      if (!route.request().frame().url().includes("/api/replies")) return route.abort();
      await mayCome;
      await route.continue();
    });
    await page.goto(`/${slug}`);
    await fill(page, { ...ada, Email: "ada@localhost" });
    await send(page).click();
    await expect(page).toHaveTitle(/^Error:/);
    await fill(page, { Email: ada.Email });
    await expect(field(page, "Email")).toHaveAttribute("aria-invalid", "true");
    come();
    await expect(field(page, "Email")).not.toHaveAttribute("aria-invalid");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("a lost network loses no text, and the next try goes through once [C7][C11]", async ({ page, publishedPost, mayComplain }) => {
  mayComplain.console = true;
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, ada);
  await loseAnswers(page);
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("there is no connection");
  await expect(text(page)).toHaveValue(ada.Comment);
  await findAnswers(page);
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(await idsUnder(id)).toHaveLength(1);
});

test("an impatient reader's double click sends once [C11]", async ({ page, publishedPost }) => {
  const { slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, ada);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await send(page).dblclick();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(sent).toHaveLength(1);
});

test("each refusal is told in the page, with the text kept [C7][C9][C11]", async ({ page, publishedPost }) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  const refusedWith = async (status: number, message: string | RegExp) => {
    const [response] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), send(page).click()]);
    expect(response.status()).toBe(status);
    await expect(page.getByRole("alert")).toContainText(message);
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(text(page)).toHaveValue(ada.Comment);
  };
  const form = { postId: id, key: "another", name: ada.Name, email: ada.Email, body: ada.Comment };
  expect((await page.request.post(`/api/replies?post=${id}`, { form })).status()).toBe(200);
  await fill(page, ada);
  await refusedWith(409, "already sent this comment");
  for (let reply = 0; reply < 9; reply++) await page.request.post("/api/replies", { form: { ...form, body: `${reply}` } });
  await fill(page, { Name: "Ada L.", Email: "al@example.org" });
  await refusedWith(429, "try again later");
  await privateDb.post.update({ where: { id }, data: { commentsOpen: false } });
  await refusedWith(403, "closed");
  await privateDb.post.update({ where: { id }, data: { status: "unpublished" } });
  await refusedWith(404, "does not exist");
  await page.route(/api\/replies/, (route) => route.fulfill({ status: 413, body: "too large" }));
  await refusedWith(413, "too large");
});

test("without scripts: an answer names whom it answers and stands below it; who changes their mind cancels [C6][C12]", async ({
  noScript: page,
  publishedPost,
}) => {
  const { id: postId, slug } = await publishedPost();
  await makeComment({ postId, status: "approved", name: "Grace" });
  await privateDb.$transaction((tx) => markChanged(tx, tags.thread(postId)));
  await expect.poll(() => strangersPage(page, slug)).toContain("Grace");
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeInViewport();
  await page.getByRole("link", { name: "Cancel reply" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply", exact: true })).toBeVisible();
  await page.goBack();
  await fill(page, ada);
  await send(page).click();
  await expect(page.getByText(AWAITING)).toBeVisible();
  await approveReplies(postId);
  await expect.poll(() => strangersPage(page, slug)).toContain("Danke");
  await page.goto(`/${slug}`);
  await expect(page.locator("ol ol article")).toContainText("Danke");
});

test("comments beyond the first page are reached by plain links, and back [C12]", async ({ noScript, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await privateDb.comment.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({
      postId,
      status: "approved",
      name: `Reader ${n + 1}`,
      body: "Hello",
      decidedAt: new Date(),
      createdAt: new Date(n * 1000),
    })),
  });
  await privateDb.$transaction((tx) => markChanged(tx, tags.thread(postId)));
  await expect.poll(() => strangersPage(noScript, slug)).toContain("Reader 1<");
  await noScript.goto(`/${slug}`);
  await expect(noScript.getByRole("article", { name: "Reader 50", exact: true })).toBeVisible();
  await expect(noScript.getByRole("article", { name: "Reader 51", exact: true })).toHaveCount(0);
  await expect(noScript.getByRole("link", { name: "Newer comments" })).toHaveAttribute("rel", "next");
  await noScript.getByRole("link", { name: "Newer comments" }).click();
  await expect(noScript.getByRole("article", { name: "Reader 60", exact: true })).toBeVisible();
  await noScript.getByRole("link", { name: "Older comments" }).click();
  await expect(noScript.getByRole("article", { name: "Reader 1", exact: true })).toBeVisible();
});

test("thread, form, refusal and receipt can be used by everyone, in light and dark [C5]", async ({ page, publishedPost }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const { id: postId, slug } = await publishedPost();
  let parent = await makeComment({
    postId,
    status: "approved",
    name: "Grace",
    website: "https://example.org",
    body: `> ${"long".repeat(50)}\n\n\`code\``,
  });
  for (let depth = 1; depth <= 8; depth++)
    parent = await makeComment({
      postId,
      status: "approved",
      parentId: parent.id,
      rootId: parent.rootId ?? parent.id,
      depth,
      name: "N".repeat(60),
    });
  await privateDb.$transaction((tx) => markChanged(tx, tags.thread(postId)));
  await expect.poll(() => strangersPage(page, slug)).toContain("NNN");
  const check = async () => {
    await expectAccessibleInBoth(page);
    await expectNoSidewaysScroll(page);
  };
  await page.goto(`/${slug}`);
  await check();
  await send(page).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await check();
  await fill(page, ada);
  await send(page).click();
  await expect(page.getByRole("status")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Look at your reply again later" }).click();
  await expect(page.getByText(AWAITING)).toBeVisible();
  await check();
});

test("in German the form, its refusal and its receipt speak German [C2][C6][C7][C8][C9]", async ({ noScript, publishedPost }) => {
  const { slug } = await publishedPost({ lang: "de" });
  await storeLocale("de");
  try {
    await expect.poll(() => strangersPage(noScript, slug)).toContain("Hinterlasse eine Antwort");
    await noScript.goto(`/${slug}`);
    await fill(noScript, { Kommentar: "Danke!", Name: " ", "E-Mail-Adresse": "ada@example.org" });
    await noScript.getByRole("button", { name: "Kommentar abschicken" }).click();
    await expect(noScript).toHaveTitle(/^Fehler:/);
    await expect(noScript.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription("Gib deinen Namen an.");
    await fill(noScript, { Name: "Ada" });
    await noScript.getByRole("button", { name: "Kommentar abschicken" }).click();
    await expect(noScript.getByText("Deine Antwort wartet auf Freischaltung.")).toBeVisible();
  } finally {
    await forgetStoredSettings();
  }
});

async function idsUnder(postId: string) {
  return (await privateDb.comment.findMany({ where: { postId }, select: { id: true } })).map(({ id }) => id);
}
