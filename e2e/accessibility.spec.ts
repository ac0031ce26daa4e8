/*
 * What axe cannot see (docs/accessibility.md names each criterion's proof): three stories as a screen reader is given
 * them, kept as transcripts in docs/accessibility, the way of the focus, and pages under a reader's own settings.
 */
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { fill, send } from "@/e2e/reply";
import { makeComment, type makePost } from "@/lib/testing/make";

const body = {
  bodyHtml: `<p>The gulls are back.</p><h2 id="where">Where they nest</h2><p>On <a href="/">the roof</a>.</p>`,
  bodyText: "The gulls are back. Where they nest On the roof.",
};
const gulls = {
  title: "Gulls over the harbour",
  standfirst: "What the birds want.",
  publishedAt: new Date("2026-06-01T08:00:00Z"),
  ...body,
};

/** What assistive technology is given of a part of the page, as docs/accessibility has it. */
const hears = (part: Locator, name: string) => expect(part).toMatchAriaSnapshot({ name: `${name}.aria.yml` });

test("what a reader hears: the text, a conversation, a refusal, the answer", async ({ page, publishedPost }) => {
  const post = await publishedPost({ ...gulls, slug: "gulls-over-the-harbour" });
  const first = { postId: post.id, status: "approved" as const, createdAt: new Date("2026-06-01T09:00:00Z") };
  const { id } = await makeComment({ ...first, id: "019f0000-0000-7000-8000-000000000001", name: "Ada", body: "They are **loud**." });
  const answer = { ...first, id: "019f0000-0000-7000-8000-000000000002", createdAt: new Date("2026-06-01T09:30:00Z"), depth: 1 };
  await makeComment({ ...answer, parentId: id, rootId: id, name: "Grace", body: "Not at night." });
  await page.goto(`/${post.slug}`);
  await hears(page.getByRole("banner"), "reader-1-masthead");
  await hears(page.getByRole("main").getByRole("article").first(), "reader-2-article");
  await hears(page.locator("#comments"), "reader-3-conversation");
  const reply = page.locator("#reply");
  await hears(reply, "reader-4-form");
  await fill(page, { Comment: "Thank you!", Name: "", Email: "nobody" });
  await send(page).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await hears(reply, "reader-5-refusal");
  await fill(page, { Comment: "Thank you!", Name: "Joan", Email: "joan@example.org" });
  await send(page).click();
  await hears(page.getByRole("status"), "reader-6-answer");
});

test("what a moderator hears: the list, a reply, its decision", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const post = await publishedPost({ ...gulls, slug: "gulls-for-moderators" });
  await makeComment({ postId: post.id, name: "Grace Hopper", body: "They nest on my roof.", createdAt: gulls.publishedAt });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  await hears(page.getByRole("navigation").first(), "moderator-1-newsroom");
  const waiting = page.getByRole("main").getByRole("listitem").filter({ hasText: "They nest on my roof." });
  await hears(waiting, "moderator-2-reply");
  await waiting.getByRole("button", { name: "Approve" }).click();
  await hears(page.getByRole("status"), "moderator-3-decided");
});

test("what an editor hears: the tools, the text, what became of it", async ({ signedInAs }) => {
  const { page } = await signedInAs("editor");
  await page.goto("/admin/posts/new");
  await hears(page.getByRole("toolbar").first(), "editor-1-tools");
  await page.getByRole("textbox", { name: "Title" }).fill("Gulls again");
  const text = page.getByRole("textbox", { name: "Text" });
  await text.click();
  await page.keyboard.type("They are back.");
  await hears(text, "editor-2-text");
  await page.getByRole("button", { name: "Save draft" }).click();
  await hears(page.getByRole("status").filter({ hasText: "Saved." }), "editor-3-saved");
});

/** A post under which one reply stands and another waits. */
async function withReplies(published: ReturnType<typeof makePost>) {
  const post = await published;
  await makeComment({ postId: post.id, status: "approved" });
  await makeComment({ postId: post.id });
  return post;
}

test("Tab leads through each page to its end: the focus is seen, stands in the window, and nothing lies over it", async ({
  page,
  publishedPost,
  signedInAs,
}) => {
  const post = await withReplies(publishedPost(gulls));
  for (const path of [`/${post.slug}`, "/", "/search?q=gulls"]) await walk(page, path);
  const { page: desk } = await signedInAs("editor");
  for (const path of ["/admin/comments?status=pending", "/admin/posts", "/admin/account"]) await walk(desk, path);
});

/** More stops than any of these pages has. */
const MOST_STOPS = 300;

/** WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11. */
async function walk(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 800, height: 600 });
  await page.goto(path);
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focused);
    if (!focus) break;
    if (focus.problem) seen.push(`${focus.name}: ${focus.problem}`);
    if (stop === MOST_STOPS - 1) seen.push("no end");
  }
  expect(seen, `the focus on ${path}`).toEqual([]);
}

/** Runs in the browser: what has the focus and what is wrong with how it is seen; null behind the last stop. */
function focused(): { name: string; problem: string } | null {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isMarked = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  // A box that is higher than the window is seen in part; its middle need not be.
  const [from, to] = [Math.max(top, 0), Math.min(top + height, innerHeight)];
  const points = [0.5, 0.1, 0.9].map((at) => document.elementFromPoint(left + width * at, (from + to) / 2));
  const isOpen = from < to && points.some((over) => over !== null && (element.contains(over) || over.contains(element)));
  const problem = !isMarked ? "is not marked" : !isOpen ? "is out of sight or covered" : "";
  return { name: `${element.tagName} ${element.textContent.trim().slice(0, 30)}`, problem };
}

test("wider spacing of the text, letters of twice the size, and a small window lose nothing", async ({
  page,
  publishedPost,
  signedInAs,
}) => {
  const post = await withReplies(publishedPost(gulls));
  await spread(page, `/${post.slug}`);
  await spread(page, "/");
  const { page: desk } = await signedInAs("editor");
  await spread(desk, "/admin/comments?status=pending");
});

/** WCAG 1.4.12 (its four measures), and 1.4.4 (letters alone, as in Firefox's "Zoom text only"). */
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
const LARGE = "html { font-size: 200% !important }";

async function spread(page: Page, path: string): Promise<void> {
  await page.goto(path);
  for (const [width, css] of [
    [320, SPACED],
    [640, LARGE],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    await expectNoSidewaysScroll(page);
    expect(await page.evaluate(cutOff), `cut off on ${path} at ${width} px`).toEqual([]);
  }
}

/** Runs in the browser: texts that their own box cuts off. */
function cutOff(): string[] {
  const leaves = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => element.children.length === 0);
  const cut = leaves.filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || /^(INPUT|TEXTAREA|SELECT|OPTION|SCRIPT|STYLE)$/.test(element.tagName)) return false;
    const isHidden = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const isWide = isHidden(overflowX) && element.scrollWidth > element.clientWidth + 1;
    return isWide || (isHidden(overflowY) && element.scrollHeight > element.clientHeight + 1);
  });
  return cut.map((element) => element.textContent.trim().slice(0, 40)).filter(Boolean);
}
