import { randomUUID } from "node:crypto";
import fs from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { savePost } from "@/lib/posts/save";
import { updatePost } from "@/lib/posts/update";
import { ATTACKS } from "@/lib/testing/documents";

const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const tools = (page: Page) => page.getByRole("toolbar", { name: "Formatting" });
const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;

/** The editor takes the cursor back in the frame after an act: a key that comes faster than any hand would be undone by it. */
async function takeBreath(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Goes to a tool by the keyboard alone, from the text, and uses it. */
async function use(page: Page, tool: string): Promise<void> {
  await takeBreath(page);
  await page.keyboard.press("Alt+F10");
  // Tools of what is at the cursor have a bar of their own, which comes first.
  for (let tries = 0; tries < 2 && !(await tools(page).locator(":focus").count()); tries++) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Home");
  const button = tools(page).getByRole("button", { name: tool, exact: true });
  for (let steps = 0; steps < 20; steps++) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowRight");
  }
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
}

async function openEditor(page: Page): Promise<void> {
  await page.goto("/admin/posts/new");
  // The editor is half a megabyte, which a browser of this worker loads once.
  await expect(text(page)).toBeVisible({ timeout: 20_000 });
}

test("a piece with everything in it is written, checked and published by the keyboard alone", async ({
  signedInAs,
  publishedPost,
  request,
}) => {
  test.slow();
  const harbour = await publishedPost({ title: unique("Harbour") });
  const { page } = await signedInAs("editor");
  const keys = page.keyboard;
  await openEditor(page);
  const name = unique("Written by keys");
  await page.getByRole("textbox", { name: "Title" }).focus();
  await keys.type(name);
  await text(page).focus();
  await keys.type("## The ferry");
  await keys.press("Enter");
  await keys.type("It is **loud** and *late*, see ");
  await keys.press("ControlOrMeta+k");
  await keys.type(harbour.title.slice(-8));
  const found = page.getByRole("list", { name: "Posts and pages of this site" }).getByRole("button", { name: harbour.title });
  await expect(found).toBeVisible();
  await expectAccessible(page);
  await keys.press("Tab");
  await expect(found).toBeFocused();
  await keys.press("Enter");
  await expect(text(page)).toBeFocused();
  await keys.type(" too.");
  await use(page, "Footnote");
  await keys.type("As https://example.org/says says.");
  await keys.press("Control+Enter");
  await expect(text(page)).toBeFocused();
  await keys.press("Enter");

  await use(page, "Pull quote");
  await keys.type("Nobody heard it.");
  await keys.press("Alt+Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Who said it" }).fill("The captain");
  await keys.press("Enter");
  await expect(text(page)).toBeFocused();
  await expect(text(page).locator("figure.pull-quote figcaption")).toHaveText("The captain");
  await keys.press("ArrowDown");

  await use(page, "Table");
  for (const cell of ["Year", "Boats", "Guests", "2024", "3", "90", "2025", "4", "120"]) {
    await keys.type(cell);
    if (cell !== "120") await keys.press("Tab");
  }
  const tableTools = page.getByRole("toolbar", { name: "Table" });
  await expect(tableTools).toBeVisible();
  // Scrolled down, the acts that stand above the text cover what passes under them, and axe calls that too small.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
  await keys.press("Alt+Enter");
  await page.getByRole("textbox", { name: "Caption of the table" }).fill("Ferries");
  await keys.press("Enter");
  await expect(text(page).locator("caption")).toHaveText("Ferries");
  await takeBreath(page);
  await keys.press("Alt+F10");
  await expect(tableTools.getByRole("button").first()).toBeFocused();
  await keys.press("ArrowRight");
  await keys.press("Enter");
  await expect(text(page).locator("tr")).toHaveCount(4);
  await takeBreath(page);
  await keys.press("ControlOrMeta+End");
  await expect(tableTools).toBeHidden();

  await use(page, "Link card");
  await keys.type("javascript:alert(1)");
  await keys.press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Address" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("dialog").getByRole("textbox", { name: "Address" }).fill("https://example.org/the-new-ferry");
  await keys.press("Enter");
  await expect(text(page).locator(".link-card a")).toHaveText("The new ferry");
  await keys.type("- one");
  await keys.press("Enter");
  await keys.type("two");
  await expect(page.getByText(/\d+ words · 1 min to read/)).toBeVisible();
  const written = Number((await page.getByText(/\d+ words/).textContent())?.match(/\d+/)?.[0]);

  await page.getByRole("textbox", { name: "Title" }).focus();
  await page.getByRole("button", { name: "Publish", exact: true }).focus();
  await keys.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Published." })).toBeVisible();
  const post = await privateDb.post.findFirstOrThrow({ where: { title: name } });
  expect(post.bodyHtml).toBe(
    '<h2 id="h-the-ferry">The ferry</h2><p>It is <strong>loud</strong> and <em>late</em>, see ' +
      `<a href="/${harbour.slug}">${harbour.title}</a> too.<sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>` +
      '<figure class="pull-quote"><blockquote><p>Nobody heard it.</p></blockquote><figcaption>The captain</figcaption></figure>' +
      '<div class="table" role="region" tabindex="0" aria-label="Ferries"><table><caption>Ferries</caption>' +
      '<thead><tr><th scope="col">Year</th><th scope="col">Boats</th><th scope="col">Guests</th></tr></thead>' +
      "<tbody><tr><td>2024</td><td>3</td><td>90</td></tr><tr><td>2025</td><td>4</td><td>120</td></tr><tr><td></td><td></td><td></td></tr></tbody></table></div>" +
      '<div class="link-card"><a href="https://example.org/the-new-ferry">The new ferry</a><small>example.org</small></div>' +
      "<ul><li><p>one</p></li><li><p>two</p></li></ul>" +
      '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="fn-1">As ' +
      '<a href="https://example.org/says">https://example.org/says</a> says. ' +
      '<a href="#fnref-1" role="doc-backlink" aria-label="Back to note 1 in the text">↩\uFE0E</a></li></ol></section>',
  );
  expect(post.words).toBe(written + name.split(/[ -]/).length);

  const reader = await page.context().newPage();
  await reader.goto(`/${post.slug}`);
  for (const colorScheme of ["light", "dark"] as const) {
    await reader.emulateMedia({ colorScheme });
    await expectAccessible(reader);
  }
  await reader.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(reader);
  await reader.getByRole("link", { name: "1", exact: true }).click();
  await expect(reader).toHaveURL(/#fn-1$/);
  await reader.getByRole("link", { name: "Back to note 1 in the text" }).click();
  await expect(reader).toHaveURL(/#fnref-1$/);
  expect((await request.get(`/${post.slug}`)).status()).toBe(200);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

for (const source of ["word", "google-docs", "web-page"]) {
  test(`what is pasted from ${source} comes out clean`, async ({ signedInAs, mayComplain }) => {
    // The browser notes each handler of the copied page that it refuses to run while the HTML is read.
    mayComplain.console = source === "web-page";
    const { page } = await signedInAs("author");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).hostname));
    await openEditor(page);
    const name = unique(source);
    await page.getByRole("textbox", { name: "Title" }).fill(name);
    await text(page).focus();
    const copied = fs.readFileSync(`e2e/paste/${source}.html`, "utf8");
    await text(page).evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "as plain text");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, copied);
    const stored = () => privateDb.post.findFirst({ where: { title: name }, select: { bodyHtml: true } });
    await page.getByRole("button", { name: "Save draft", exact: true }).click();
    await expect.poll(async () => (await stored())?.bodyHtml).toBe(fs.readFileSync(`e2e/paste/${source}.expected.html`, "utf8").trim());
    expect(asked).not.toContain("tracker.example");
  });
}

test("a document of attacks is text for its readers", async ({ page, publishedPost, signedInAs }) => {
  const post = await publishedPost({ title: unique("Attacks") });
  const { actor } = await signedInAs("editor");
  const content = ATTACKS.flatMap((attack) => [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: attack }] },
    {
      type: "pullQuote",
      attrs: { source: attack },
      content: [
        { type: "text", text: attack, marks: [{ type: "link", attrs: { href: `https://example.org/${attack}` } }] },
        { type: "footnote", attrs: { text: attack } },
      ],
    },
    { type: "linkCard", attrs: { href: "https://example.org/", title: attack, description: attack } },
    {
      type: "table",
      attrs: { caption: attack },
      content: [
        { type: "tableRow", content: [{ type: "tableCell", content: [{ type: "paragraph", content: [{ type: "text", text: attack }] }] }] },
      ],
    },
  ]);
  const saved = await savePost(actor, { id: post.id, version: 1, title: post.title, lang: "en", body: { type: "doc", content } });
  expect(saved).toMatchObject({ ok: true, version: 2 });
  expect(await updatePost(actor, { id: post.id, version: 2, showAsUpdated: false })).toMatchObject({ ok: true });
  page.on("dialog", (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
  await page.goto(`/${post.slug}`);
  const article = page.locator("article").first();
  await expect(article.locator("h2")).toHaveText(ATTACKS.map((attack) => attack.replace(/\s+/g, " ").trim()));
  await expect(article.locator(".link-card a")).toHaveText(ATTACKS.map((attack) => attack.replace(/\s+/g, " ").trim()));
  await expect(article.locator("script, iframe, svg, img, [onload], [onerror], [onmouseover], a[href^='javascript']")).toHaveCount(0);
});
