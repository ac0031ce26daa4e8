import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { savePost } from "@/lib/posts/save";
import { makePost, makeUser, TEST_PASSWORD } from "@/lib/testing/make";

const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const title = (page: Page) => page.getByRole("textbox", { name: "Title", exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
const bodyOf = (words: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] });

async function openPost(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/posts/${id}`);
  await expect(text(page)).toBeVisible({ timeout: 20_000 });
}

/** What the newest revision of a post holds, as text. */
async function storedText(postId: string): Promise<string> {
  const newest = await privateDb.postRevision.findFirst({ where: { postId }, orderBy: { version: "desc" }, select: { fields: true } });
  return JSON.stringify(newest?.fields ?? null);
}

const stored = (page: Page) => expect(page.getByText(/^Saved at/)).toBeVisible();

test("what is typed is stored by itself, also without a title, and is there when the page is opened again", async ({ signedInAs }) => {
  const { page } = await signedInAs("author");
  await page.goto("/admin/posts/new");
  await text(page).click();
  const words = unique("Noch ohne Titel.");
  await page.keyboard.type(words);
  await stored(page);
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  const id = page.url().slice(-36);
  expect(await storedText(id)).toContain(words);
  await page.reload();
  await expect(text(page)).toContainText(words);
  await title(page).fill(unique("Nun mit Titel"));
  await stored(page);
  expect(await privateDb.post.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "draft", bodyText: words });
});

test("neither a silent server, nor an ended session, nor a closed tab takes what was typed", async ({ signedInAs, mayComplain }) => {
  mayComplain.console = true;
  const { page, actor } = await signedInAs("editor");
  const post = await makePost({ title: unique("Bleibt") });
  await openPost(page, post.id);
  await page.route("**/api/posts", (route) => route.abort());
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Ohne Netz.");
  await expect(page.getByText("Kept on this device")).toBeVisible();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/admin");
  await openPost(page, post.id);
  await expect(text(page)).toContainText("Ohne Netz.");
  await page.unroute("**/api/posts");
  // The page's last words may have reached the server as it was left: then nothing is waiting any more.
  await expect.poll(() => storedText(post.id), { timeout: 20_000 }).toContain("Ohne Netz.");
  expect(await storedText(post.id)).toContain("Ohne Netz.");

  await endSessions(actor.id);
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Ohne Sitzung.");
  await expect(page.getByText("You are no longer signed in as")).toBeVisible();
  expect(await storedText(post.id)).not.toContain("Ohne Sitzung.");

  const [other] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: "Sign in in a new tab" }).click()]);
  await signInAs(other, actor.id);
  await expect(other.getByLabel("Password")).toHaveCount(0);
  await other.close();
  await page.bringToFront();
  await stored(page);
  expect(await storedText(post.id)).toContain("Ohne Sitzung.");

  await endSessions(actor.id);
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Und neu geladen.");
  await expect(page.getByText("You are no longer signed in as")).toBeVisible();
  await page.reload();
  await signInAs(page, actor.id);
  await expect(text(page)).toContainText("Ohne Sitzung. Und neu geladen.", { timeout: 20_000 });
  await stored(page);
  expect(await storedText(post.id)).toContain("Und neu geladen.");
});

test("who signs in in another tab as somebody else does not become the writer of a text that is open here", async ({
  signedInAs,
  mayComplain,
}) => {
  mayComplain.console = true;
  const { page, actor } = await signedInAs("editor");
  const post = await makePost({ title: unique("Meins") });
  await openPost(page, post.id);
  const other = await makeUser({ role: "editor", signsIn: true });
  await signInInBackground(page, other.id);
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Von mir.");
  await expect(page.getByText(`You are no longer signed in as ${actor.name}.`)).toBeVisible();
  expect(await storedText(post.id)).not.toContain("Von mir.");
  await signInInBackground(page, actor.id);
  await page.keyboard.type(" Noch immer.");
  await stored(page);
  expect(await storedText(post.id)).toContain("Von mir. Noch immer.");
  const revisions = await privateDb.postRevision.findMany({ where: { postId: post.id }, select: { userId: true } });
  expect(revisions.map(({ userId }) => userId)).not.toContain(other.id);
});

/** Signs in as another tab of the same browser would. */
async function signInInBackground(page: Page, userId: string): Promise<void> {
  const { email } = await privateDb.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const form = { email, password: TEST_PASSWORD };
  expect((await page.request.post("/api/auth/sign-in", { form, maxRedirects: 0 })).status(), "signing in").toBe(303);
}

const endSessions = (userId: string) => privateDb.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } });

/** Fills in the sign-in page that a tab was led to. */
async function signInAs(page: Page, userId: string): Promise<void> {
  const { email } = await privateDb.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("two people in one post see each other, and decide between both texts piece by piece", async ({ signedInAs }) => {
  const { page } = await signedInAs("editor");
  const post = await makePost({ title: unique("Zu zweit"), body: bodyOf("Anfang.") });
  await openPost(page, post.id);
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Von mir.");
  await stored(page);
  const grace = await makeUser({ name: "Grace Hopper" });
  await privateDb.postPresence.create({ data: { postId: post.id, userId: grace.id } });
  const { version } = await privateDb.post.findUniqueOrThrow({ where: { id: post.id } });
  const theirs = {
    id: post.id,
    version,
    standfirst: post.standfirst,
    title: `${post.title} (Grace)`,
    body: bodyOf("Anfang. Von Grace."),
    lang: "en",
  };
  expect(await savePost(grace, theirs)).toMatchObject({ ok: true });
  await expect(page.getByText("Grace Hopper has this open, too.")).toBeVisible();

  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Noch etwas.");
  const panel = page.getByRole("region", { name: /Grace Hopper saved this/ });
  await expect(panel.getByRole("columnheader", { name: "The stored text" })).toBeVisible();
  expect(await storedText(post.id)).toContain("Von Grace.");
  await expectAccessible(page);
  const rows = panel.getByRole("group", { name: "Which text stays here?" });
  await rows.nth(0).getByLabel("The stored one").check();
  await rows.nth(1).getByLabel("Both, mine first").check();
  await button(page, "Save what is chosen").click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(panel).toBeHidden();
  const merged = await storedText(post.id);
  for (const words of [`${post.title} (Grace)`, "Von mir. Noch etwas.", "Von Grace."]) expect(merged).toContain(words);
});

test("a public post's changes wait for Update; its revisions are compared, and an older one comes back", async ({
  signedInAs,
  request,
}) => {
  const { page } = await signedInAs("editor");
  const post = await makePost({ title: unique("Öffentlich"), body: bodyOf("Erster Satz."), status: "published" });
  await openPost(page, post.id);
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Zweiter Satz.");
  await expect(page.getByText("Changes that readers do not see yet")).toBeVisible();
  expect(await (await request.get(`/${post.slug}`)).text()).not.toContain("Zweiter Satz.");
  await page.getByLabel("Show readers that it was updated").check();
  await button(page, "Update").click();
  await expect(page.getByRole("status").filter({ hasText: "Updated. Readers see it now." })).toBeVisible();
  expect(await (await request.get(`/${post.slug}`)).text()).toContain("Zweiter Satz.");
  expect((await privateDb.post.findUniqueOrThrow({ where: { id: post.id } })).revisedAt).not.toBe(null);
  await page.keyboard.press("Tab");
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Dritter Satz.");
  await stored(page);

  await page.getByRole("link", { name: "Revisions" }).click();
  await expect(page.getByRole("heading", { name: "What this revision changed" })).toBeVisible();
  await expect(page.locator("ins")).toContainText("Dritter Satz.");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("navigation", { name: "Revisions" }).getByRole("link").nth(1).click();
  await button(page, "Bring this revision back").click();
  await expect(text(page)).toHaveText("Erster Satz. Zweiter Satz.");
});

test("a preview is shared by a link that shows what was saved last, until it is ended", async ({ signedInAs, request }) => {
  const { page } = await signedInAs("editor");
  const post = await makePost({ title: unique("Vorab") });
  await page.goto(`/admin/posts/${post.id}/preview`);
  await page.getByLabel("Opens for").selectOption("1");
  await button(page, "Make a link").click();
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1, name: post.title })).toBeVisible();
  await page.getByRole("link", { name: "Phone" }).click();
  await expect(page.locator("iframe")).toHaveCSS("max-width", "390px");
  const link = (await page.locator("iframe").getAttribute("src")) ?? "";
  expect((await request.get(link)).status()).toBe(200);
  await button(page, "End this link").click();
  await expect(page.getByText("No link opens this preview now.")).toBeVisible();
  await expectAccessible(page);
  expect((await request.get(link)).status()).toBe(404);
});
