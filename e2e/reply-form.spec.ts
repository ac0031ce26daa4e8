import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { keptOnDevice, NOTHING_KEPT } from "@/e2e/kept";
import { AWAITING, field, fill, findAnswers, loseAnswers, send, text } from "@/e2e/reply";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

const ada = { Comment: "Danke für **diesen** Text!", Name: "Ada", Email: "ada@example.org" };
const preview = (page: Page) => page.getByRole("button", { name: "Preview" });
const box = (page: Page) => page.getByRole("checkbox", { name: "Save my details" });
const stored = (postId: string) =>
  privateDb.comment.findMany({ where: { postId, status: "pending" }, select: { parentId: true, body: true } });

/** The form has come to life when a touch has brought its script and the device's texts. */
async function wake(page: Page) {
  const script = page.waitForResponse(/\/islands\/reply-form/);
  await text(page).focus();
  await script;
}

test("without scripts a reader looks at the reply before sending it, and all that was typed is still there [C6][C7]", async ({
  noScript: page,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await expect(page.getByRole("checkbox")).toBeHidden();
  // An address that is wrong, or missing, hinders nobody from looking.
  await fill(page, { ...ada, Email: "ada@localhost", Website: "https://example.org" });
  const [response] = await Promise.all([page.waitForResponse(/api\/replies\/preview/), preview(page).click()]);
  expect([response.status(), response.headers()["cache-control"]]).toEqual([200, expect.stringContaining("no-store")]);
  await expect(page).toHaveURL(/\/api\/replies\/preview\?post=[\w-]+#reply-preview$/);
  await expect(page).not.toHaveTitle(/^Error/);
  await expect(page.getByRole("region", { name: "Preview" })).toBeInViewport();
  await expect(page.getByRole("region", { name: "Preview" }).locator("strong")).toHaveText("diesen");
  for (const [label, value] of Object.entries({ ...ada, Email: "ada@localhost", Website: "https://example.org" }))
    await expect(field(page, label)).toHaveValue(value);
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  expect(await stored(id)).toEqual([]);
  await fill(page, ada);
  await send(page).click();
  await expect(page.getByText(AWAITING)).toBeVisible();
  expect(await stored(id)).toHaveLength(1);
});

test("a preview of nothing is refused at the field; who asks for its address is led to the post [C7]", async ({
  noScript: page,
  publishedPost,
  request,
}) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, { Comment: "  ", Name: "Ada" });
  const [response] = await Promise.all([page.waitForResponse(/api\/replies\/preview/), preview(page).click()]);
  expect(response.status()).toBe(422);
  await expect(text(page)).toHaveAccessibleDescription(/^Write your comment\./);
  await expect(page.locator("[aria-invalid]")).toHaveCount(1);
  await expect(field(page, "Name")).toHaveValue("Ada");
  const asked = await request.get(`/api/replies/preview?post=${id}`, { maxRedirects: 0 });
  expect([asked.status(), asked.headers().location]).toEqual([303, `/${slug}`]);
  const absent = { postId: "0193a000-0000-7000-8000-000000000000", body: "Kept" };
  expect(await (await request.post("/api/replies/preview", { form: absent })).text()).toMatch(/<textarea[^>]*>Kept<\/textarea>/);
});

test("with scripts the preview stands in the page, even when it was asked for before the script came; keys send it [C6]", async ({
  page,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost();
  let come = (): void => {};
  const mayCome = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/islands\/reply-form/, async (route) => {
    await mayCome;
    await route.continue();
  });
  await page.goto(`/${slug}`);
  await fill(page, { Comment: ada.Comment });
  await preview(page).click();
  come();
  const shown = page.getByRole("region", { name: "Preview" });
  await expect(shown.locator("strong")).toHaveText("diesen");
  await expect(shown).toBeFocused();
  await expect(page).toHaveURL(`/${slug}`);
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await expectAccessible(page);
  await fill(page, { ...ada, Comment: "Ein *anderer* Text" });
  await text(page).press("Control+Enter");
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await expect(shown).toHaveCount(0);
  // The empty field is no mistake of the reader's.
  await expect(page.getByRole("status")).toBeFocused();
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  expect(await stored(id)).toEqual([{ parentId: null, body: "Ein *anderer* Text" }]);
  // Nor is passing by it again.
  await text(page).focus();
  await page.keyboard.press("Tab");
  await field(page, "Email").focus();
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
});

test("a field that is passed by empty is no mistake; what is wrong is marked on leaving it, until it is right [C7]", async ({
  page,
  publishedPost,
}) => {
  const { slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await wake(page);
  for (let stop = 0; stop < 4; stop++) await page.keyboard.press("Tab");
  await field(page, "Email").focus();
  await page.keyboard.type("ada@localhost");
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(field(page, "Email")).toHaveAccessibleDescription("Enter an email address such as name@example.org.");
  await expect(page.locator("[aria-invalid]")).toHaveCount(1);
  await field(page, "Email").fill(ada.Email);
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await send(page).click();
  await expect(text(page)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Name")).toHaveAttribute("aria-invalid", "true");
});

for (const width of [360, 1440]) {
  test(`at ${width} px the form opens under the comment that it answers, and goes back, by keyboard alone`, async ({
    page,
    publishedPost,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const { id: postId, slug } = await publishedPost();
    const [grace, linus] = await Promise.all(["Grace", "Linus"].map((name) => makeComment({ postId, status: "approved", name })));
    await page.goto(`/${slug}`);
    const link = (name: string) => page.getByRole("link", { name: `Reply to ${name}` });
    await link("Grace").focus();
    const read = await yOf(page.locator(`#comment-${grace?.id}`));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeInViewport();
    await expect(text(page)).toBeFocused();
    await expect(page.locator(`li:has(> #comment-${grace?.id}) > #reply`)).toBeVisible();
    expect(await yOf(page.locator(`#comment-${grace?.id}`))).toBeLessThanOrEqual(read);
    await expect(page).toHaveURL(`/${slug}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.keyboard.type("Typed for Grace");
    // On to the next: the text comes along, and what is being read does not move from where it was.
    await link("Linus").focus();
    const before = await yOf(link("Linus"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Leave a Reply to Linus" })).toBeVisible();
    await expect(text(page)).toHaveValue("Typed for Grace");
    expect(await yOf(link("Linus"))).toBeLessThanOrEqual(before + 1);
    await page.getByRole("link", { name: "Cancel reply" }).focus();
    await page.keyboard.press("Enter");
    await expect(link("Linus")).toBeFocused();
    await expect(page.getByRole("heading", { name: "Leave a Reply", exact: true })).toBeVisible();
    await expect(page.locator("#comments + #reply")).toBeVisible();
    await expect(text(page)).toHaveValue("Typed for Grace");
    await page.keyboard.press("Enter");
    await expect(text(page)).toBeFocused();
    for (const value of ["", ada.Name, ada.Email]) {
      await page.keyboard.type(value);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("status")).toBeFocused();
    expect(await stored(postId)).toEqual([{ parentId: linus?.id, body: "Typed for Grace" }]);
  });
}

test("where its script does not come, a Reply link leads to the form for that comment", async ({ page, publishedPost, mayComplain }) => {
  mayComplain.console = true;
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved" });
  await page.route(/\/islands\/reply-form/, (route) => route.abort());
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(page).toHaveURL(`/${slug}?replyto=${id}#reply`);
  await expect(page.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeInViewport();
  await expect(page.getByRole("checkbox")).toBeVisible();
  await text(page).focus();
  await expect(page.getByRole("checkbox")).toBeHidden();
  await page.unroute(/\/islands\/reply-form/);
  await page.reload();
  await wake(page);
  await fill(page, { Comment: "Not for Grace after all" });
  await page.getByRole("link", { name: "Cancel reply" }).click();
  await expect(page).toHaveURL(`/${slug}#reply`);
  await expect(page.getByRole("heading", { name: "Leave a Reply", exact: true })).toBeVisible();
  await page.reload();
  await expect(text(page)).toHaveValue("Not for Grace after all");
});

test("what was typed survives a reload and a restart until it is stored, and mixes with no other place", async ({
  page,
  context,
  publishedPost,
}) => {
  const [{ id: postId, slug }, other] = [await publishedPost(), await publishedPost()];
  const { id } = await makeComment({ postId, status: "approved" });
  await page.goto(`/${slug}`);
  // Nobody types all this before the form's script is there, as a machine may.
  await wake(page);
  await fill(page, { ...ada, Comment: "To the post" });
  await page.reload();
  await expect(text(page)).toHaveValue("To the post");
  await expect(field(page, "Email")).toHaveValue(ada.Email);
  await page.goto(`/${slug}?replyto=${id}#reply`);
  await expect(field(page, "Email")).toHaveValue(ada.Email);
  await expect(text(page)).toHaveValue("");
  await fill(page, { Comment: "To Grace" });
  await page.goto(`/${other.slug}`);
  await wake(page);
  await expect(text(page)).toHaveValue("");
  // The browser is started anew: the text is there, the address, which others might see, is not.
  await page.close();
  const restarted = await context.newPage();
  await restarted.goto(`/${slug}`);
  await expect(text(restarted)).toHaveValue("To the post");
  await expect(field(restarted, "Email")).toHaveValue("");
  await fill(restarted, { Name: ada.Name, Email: ada.Email });
  await send(restarted).click();
  await expect(restarted.getByRole("status")).toHaveText(AWAITING);
  await restarted.reload();
  // What is left is the answer, and it stands where it was begun.
  await expect(restarted.locator(`li:has(> #comment-${id}) textarea`)).toHaveValue("To Grace");
  await expect(restarted.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeVisible();
  await fill(restarted, { Name: ada.Name, Email: ada.Email });
  await send(restarted).click();
  await expect(restarted.getByRole("status")).toHaveText(AWAITING);
  expect(await keptOnDevice(restarted)).toBe(NOTHING_KEPT);
  expect((await stored(postId)).map(({ parentId }) => parentId)).toEqual([null, id]);
});

test("an answer stays one where the browser itself puts its text back on a reload, as Firefox does", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved" });
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(text(page)).toBeFocused();
  await fill(page, { ...ada, Comment: "To Grace" });
  // Chromium leaves alone what stood elsewhere. Firefox fills it in where the page has the form, before our scripts.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const text = document.querySelector<HTMLTextAreaElement>("#reply-body");
      if (!text) return;
      observer.disconnect();
      text.value = "To Grace";
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator(`li:has(> #comment-${id}) textarea`)).toHaveValue("To Grace");
  await expect(page.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeVisible();
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(await stored(postId)).toEqual([{ parentId: id, body: "To Grace" }]);
  expect(await keptOnDevice(page)).toBe(NOTHING_KEPT);
});

test("a retry after a lost answer and a reload gets the first answer [C11]", async ({ page, publishedPost, mayComplain }) => {
  mayComplain.console = true;
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, ada);
  await loseAnswers(page);
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("there is no connection");
  await findAnswers(page);
  await page.reload();
  await expect(field(page, "Email")).toHaveValue(ada.Email);
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(await stored(id)).toHaveLength(1);
});

test("name and addresses are kept for next time only for who asks, on this device, and go when it is unticked", async ({
  page,
  publishedPost,
}) => {
  const [first, second] = [await publishedPost(), await publishedPost()];
  await page.goto(`/${first.slug}`);
  await expect(box(page)).not.toBeChecked();
  await fill(page, { ...ada, Website: "https://example.org" });
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await page.goto(`/${second.slug}`);
  await wake(page);
  await expect(field(page, "Name")).toHaveValue("");
  await fill(page, { ...ada, Website: "https://example.org" });
  await box(page).check();
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await page.goto(`/${first.slug}`);
  await text(page).focus();
  await expect(field(page, "Name")).toHaveValue(ada.Name);
  await expect(field(page, "Email")).toHaveValue(ada.Email);
  await expect(field(page, "Website")).toHaveValue("https://example.org");
  await expect(box(page)).toBeChecked();
  await box(page).uncheck();
  await page.reload();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("example.org");
});

test("a browser that allows no storage loses nothing else, and says nothing", async ({ page, publishedPost }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
  });
  const { id: postId, slug } = await publishedPost();
  await makeComment({ postId, status: "approved" });
  await page.goto(`/${slug}`);
  await fill(page, ada);
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(text(page)).toHaveValue(ada.Comment);
  await box(page).check();
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(await stored(postId)).toHaveLength(1);
});

test("the evidence goes along: nothing in the field that people do not see, and the time since the first touch", async ({
  page,
  publishedPost,
}) => {
  const { slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await expect(page.getByLabel("Topic")).toBeHidden();
  await fill(page, ada);
  const [request] = await Promise.all([page.waitForRequest(/api\/replies/), send(page).click()]);
  const sent = new URLSearchParams(request.postData() ?? "");
  expect(sent.get("topic")).toBe("");
  expect(Number(sent.get("took"))).toBeGreaterThan(0);
  expect(Number(sent.get("took"))).toBeLessThan(60_000);
});

test("characters are counted once few are left, when the reader pauses, as the limit counts them [C10]", async ({
  page,
  publishedPost,
}) => {
  const { slug } = await publishedPost();
  await page.goto(`/${slug}`);
  const count = page.locator(".reply-count");
  await text(page).fill("😀".repeat(9_400));
  await expect(count).toBeEmpty();
  await text(page).fill("😀".repeat(9_990));
  await expect(count).toHaveText("Characters left: 10");
  await text(page).fill("😀".repeat(10_002));
  await expect(count).toHaveText("Characters too many: 2");
  expect(await count.getAttribute("aria-live")).toBe("polite");
  await text(page).fill("short");
  await expect(count).toBeEmpty();
});

test("too fast, too early, too large: the reader is told how long to wait, and the text stays [C9]", async ({
  page,
  publishedPost,
  mayComplain,
}) => {
  mayComplain.console = true;
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  await fill(page, ada);
  const form = { postId: id, name: ada.Name, email: ada.Email };
  for (let reply = 0; reply < 10; reply++) await page.request.post("/api/replies", { form: { ...form, body: `${reply}` } });
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText(/try again later.*in (5|\d[05]) seconds\./);
  await expect(text(page)).toHaveValue(ada.Comment);
  const answers = [
    { status: 429, headers: { "retry-after": "1234" }, body: "busy", told: /later.*in 21 minutes\./ },
    { status: 503, contentType: "application/json", body: '{"ok":false,"error":"unavailable"}', told: "try again in a minute" },
    { status: 413, body: "too large", told: "Your text is still here; please shorten it" },
  ];
  for (const { told, ...answer } of answers) {
    await page.route(/api\/replies/, (route) => route.fulfill(answer));
    await send(page).click();
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page.getByRole("alert")).toBeFocused();
    await page.unroute(/api\/replies/);
  }
  await page.reload();
  await expect(text(page)).toHaveValue(ada.Comment);
});

test("an answer to a comment that is gone comes back to the end of the page, to be sent by itself", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const { id } = await makeComment({ postId, status: "approved" });
  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply to Grace" })).toBeVisible();
  await fill(page, ada);
  await privateDb.comment.update({ where: { id }, data: { status: "trash" } });
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("not there any more");
  await expect(page.locator("#comments + #reply")).toBeVisible();
  await send(page).click();
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  expect(await stored(postId)).toEqual([{ parentId: null, body: ada.Comment }]);
});

test("browsers of six years ago: a preview and a reply by the island, and styles that they understand", async ({ page, publishedPost }) => {
  const { id, slug } = await publishedPost();
  // What Chrome 80, Firefox 78 or Safari 13 lack of what later ones have.
  await page.addInitScript(() => {
    for (const name of ["SubmitEvent", "BigInt", "WeakRef", "ResizeObserver", "structuredClone"]) Reflect.deleteProperty(window, name);
    for (const { prototype } of [Array, String]) for (const name of ["at", "replaceAll"]) Reflect.deleteProperty(prototype, name);
    for (const name of ["RelativeTimeFormat", "ListFormat", "Segmenter"]) Reflect.deleteProperty(Intl, name);
    Reflect.deleteProperty(HTMLFormElement.prototype, "requestSubmit");
    Reflect.deleteProperty(Event.prototype, "submitter");
    Reflect.deleteProperty(Object, "hasOwn");
    Reflect.deleteProperty(crypto, "randomUUID");
  });
  const styles: Promise<string>[] = [];
  page.on("response", (response) => response.request().resourceType() === "stylesheet" && styles.push(response.text()));
  await page.goto(`/${slug}`);
  await fill(page, ada);
  await preview(page).click();
  await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
  expect(await stored(id)).toEqual([]);
  await field(page, "Email").press("Enter");
  await expect(page.getByRole("status")).toHaveText(AWAITING);
  await expect(page).toHaveURL(`/${slug}`);
  const css = (await Promise.all(styles)).join("");
  // `gap` in flex rows, once more as margins; and no logical property that a list of right-to-left languages would stand in for.
  expect(/@supports not \(inset:0\)\{[^}]*reply-buttons>:not\(:last-child\)\{[^}]*margin-inline-end/.test(css)).toBe(true);
  expect(css.includes(":lang(ae)")).toBe(false);
  // A reply is laid out by itself only where the ring around what has the focus is not cut off at its edge.
  const apart = css.match(/@supports[^{]*\{[^{}]*\{con(tain:content|tent-visibility:auto)/g) ?? [];
  expect(apart.map((rule) => rule.includes("(overflow-clip-margin:"))).toEqual([true, true]);
});

test("a reader's scripts: at most 2 KB before the form is touched, 30 KB until the reply is sent", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  await makeComment({ postId, status: "approved" });
  const scripts = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body(), { level: 9 }).length);
  });
  await page.goto(`/${slug}`);
  await page.waitForLoadState("networkidle");
  const budgets = { "/theme.js": 300, "/islands/share-": 400, "/islands/boot-": 1024 };
  const begun = [...scripts];
  expect(begun.map(([path]) => path.replace(/-\w+\.js$/, "-")).toSorted()).toEqual(Object.keys(budgets).toSorted());
  for (const [start, budget] of Object.entries(budgets)) {
    expect(begun.find(([path]) => path.startsWith(start))?.[1], start).toBeLessThanOrEqual(budget);
  }
  await page.getByRole("link", { name: "Reply to Grace" }).click();
  await expect(text(page)).toBeFocused();
  await fill(page, ada);
  await preview(page).click();
  await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
  const island = [...scripts].slice(begun.length).reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(island).toBeGreaterThan(10_000);
  expect(island).toBeLessThanOrEqual(30_000);
});

test("in German the form speaks German in each of its states [C6]", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost({ lang: "de" });
  await makeComment({ postId, status: "approved" });
  await storeLocale("de");
  try {
    await expect.poll(async () => (await page.request.get(`/${slug}`)).text()).toContain("Kommentar abschicken");
    await page.goto(`/${slug}`);
    await page.getByRole("link", { name: "Antworten auf Grace" }).click();
    await expect(page.getByRole("heading", { name: "Hinterlasse eine Antwort auf Grace" })).toBeVisible();
    await expect(page.getByText("Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert")).toBeVisible();
    await expect(page.getByRole("checkbox")).toHaveAccessibleName("Meine Angaben in diesem Browser für das nächste Mal speichern");
    await field(page, "Kommentar").fill("ä".repeat(9_999));
    await expect(page.locator(".reply-count")).toHaveText("Zeichen übrig: 1");
    await page.getByRole("button", { name: "Vorschau" }).click();
    await expect(page.getByRole("region", { name: "Vorschau" })).toBeFocused();
    await page.getByRole("button", { name: "Kommentar abschicken" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.getByRole("link", { name: "Antwort abbrechen" }).click();
    await expect(page.getByRole("heading", { name: "Hinterlasse eine Antwort", exact: true })).toBeVisible();
    const busy = { status: 429, headers: { "retry-after": "9" }, body: "" };
    await page.route(/api\/replies/, (route) => route.fulfill(busy));
    await fill(page, { Kommentar: "Danke!", Name: "Ada", "E-Mail-Adresse": "ada@example.org" });
    await page.getByRole("button", { name: "Kommentar abschicken" }).click();
    await expect(page.getByRole("alert")).toContainText(/später erneut.*in 10 Sekunden abschicken\./);
  } finally {
    await forgetStoredSettings();
  }
});

async function yOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? NaN;
}
