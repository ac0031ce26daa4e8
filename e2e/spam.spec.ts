import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { forgetStoredSettings } from "@/e2e/settings";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";

const LINKS = Array.from({ length: 5 }, (_, nth) => `https://shop-${nth}.example`).join(" ");

test.afterEach(async () => {
  await privateDb.setting.deleteMany({ where: { isPublic: false } });
  await forgetStoredSettings();
});

const store = (settings: Record<string, string | number>) =>
  privateDb.setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) });

async function sendReply(page: Page, slug: string, body: string): Promise<void> {
  await page.goto(`/${slug}`);
  await page.getByLabel("Comment").fill(body);
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Email").fill(`${randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Post Comment" }).click();
}

test("by default a reply waits even when everything speaks against it, and its author is told no more [C10]", async ({
  page,
  publishedPost,
}) => {
  const { slug } = await publishedPost();
  await sendReply(page, slug, `Please look ${LINKS}`);
  await expect(page.getByText("Your reply is awaiting moderation.")).toBeVisible();
});

test("where the site publishes, a reply is public at once, with and without scripts", async ({
  page,
  noScript,
  publishedPost,
  request,
}) => {
  await store({ moderation: "publish" });
  const { slug } = await publishedPost();
  for (const [reader, body] of [
    [page, `With scripts ${randomUUID()}`],
    [noScript, `Without scripts ${randomUUID()}`],
  ] as const) {
    await sendReply(reader, slug, body);
    await expect(reader.getByText("Your reply is published.")).toBeVisible();
    await expect.poll(async () => (await request.get(`/${slug}`)).text(), { timeout: 1000 }).toContain(body);
  }
});

test("a doubtful reply is published once the browser has worked for it; without scripts it waits", async ({
  page,
  noScript,
  publishedPost,
}) => {
  await store({ moderation: "publish" });
  const { id: postId, slug } = await publishedPost();
  await sendReply(page, slug, `Compare these ${LINKS}`);
  await expect(page.getByText("Your reply is published.")).toBeVisible();
  await sendReply(noScript, slug, `And these ${LINKS}`);
  await expect(noScript.getByText("Your reply is awaiting moderation.")).toBeVisible();
  const stored = await privateDb.comment.findMany({
    where: { postId },
    select: { status: true, checks: { select: { rule: true } } },
    orderBy: { id: "asc" },
  });
  expect(stored.map(({ status, checks }) => [status, checks.some(({ rule }) => rule === "proofOfWork")])).toEqual([
    ["approved", true],
    ["pending", false],
  ]);
});

test("a moderator sees which rules fired, on which part of the text, and what they add up to", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  await store({ holdWords: "casino" });
  const { id: postId } = await publishedPost();
  const tail = randomUUID();
  const typed = { postId, name: "Win", email: "win@mailinator.com", body: `Come to the саsіno ${tail}` };
  await submitComment({ ip: "198.51.100.77", agent: "" }, typed);
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: tail });
  await expect(row.locator("mark")).toHaveText("саsіno");
  await expect(row).toContainText("Score 8: word on the list to hold · throw-away address (e-mail)");
  await expectAccessible(page);
});

test("an administrator sets how readers discuss, without scripts too; a wrong value is marked and a key not shown", async ({
  signedInAs,
  browser,
  site,
  publishedPost,
}) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/settings");
  await page.getByRole("link", { name: "Discussion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Discussion" })).toBeVisible();
  await expectAccessible(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: site.url,
    storageState: await page.context().storageState(),
    viewport: { width: 360, height: 800 },
  });
  const form = await plain.newPage();
  await form.goto("/admin/settings/discussion");
  await expectNoSidewaysScroll(form);
  await form.getByLabel("Address of the service").fill("nowhere");
  await form.getByLabel("Words that hold a reply").fill("casino\nviagra");
  await form.getByLabel("Key").fill("secret-key");
  await form.getByRole("button", { name: "Save settings" }).click();
  await expect(form.getByLabel("Address of the service")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("Words that hold a reply")).toHaveValue("casino\nviagra");
  await expect(form.getByLabel("Key")).toHaveValue("");
  await form.getByText("Words for posts in German (0 lines)").click();
  await form.getByLabel("Held in German").fill("Zank\nStreit");
  await form.getByLabel("Address of the service").fill("");
  await form.getByLabel("Usual number of links").fill("4");
  await form.getByLabel("New replies").selectOption("publish");
  await form.getByRole("button", { name: "Try it" }).click();
  await expect(form.getByRole("status").filter({ hasText: /^Of the last .*Nothing is saved yet\.$/ })).toBeVisible();
  await expect(form.getByLabel("New replies")).toHaveValue("publish");
  await expect(form.getByLabel("Usual number of links")).toHaveValue("4");
  expect(await privateDb.setting.count({ where: { key: { in: ["moderation", "maxLinks"] } } })).toBe(0);
  await form.getByLabel("Key").fill("secret-key");
  await form.getByLabel("Guidelines at the form").fill("Stay kind.\nNo names of neighbours.");
  await form.getByRole("button", { name: "Save settings" }).click();
  await expect(form.getByRole("status").filter({ hasText: "saved" })).toBeVisible();
  await form.goto(`/${(await publishedPost()).slug}`);
  await expect(form.getByRole("region", { name: "Leave a Reply" })).toContainText("No names of neighbours.");
  await page.goto("/admin/settings/discussion");
  await expect(page.getByLabel("New replies")).toHaveValue("publish");
  await expect(page.getByLabel("Usual number of links")).toHaveValue("4");
  await expect(page.getByText("A key is stored and not shown.")).toBeVisible();
  await page.getByText("Words for posts in German (2 lines)").click();
  await expect(page.getByLabel("Held in German")).toHaveValue("Zank\nStreit");
  expect(await page.content()).not.toContain("secret-key");
  await plain.close();
});

test("whoever is no administrator does not find the discussion's settings [C15]", async ({ signedInAs, mayComplain }) => {
  mayComplain.console = true;
  const { page } = await signedInAs("moderator");
  expect((await page.goto("/admin/settings/discussion"))?.status()).toBe(404);
});
