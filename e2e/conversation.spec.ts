import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeLocale, storeSettings } from "@/e2e/settings";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { makeComment, makeUser } from "@/lib/testing/make";

test.afterEach(forgetStoredSettings);

const minute = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 60_000);
type Said = Awaited<ReturnType<typeof makeComment>>;
interface Given extends Partial<Parameters<typeof makeComment>[0]> {
  /** What it answers. */
  to?: Pick<Said, "id" | "rootId" | "depth">;
}

function asSaid(name: string, index: number, { to, ...more }: Given) {
  const place = to && { parentId: to.id, rootId: to.rootId ?? to.id, depth: to.depth + 1 };
  return { name, body: `${name} says so.`, createdAt: minute(index), ...place, ...more };
}

/** A public comment. */
const say = (postId: string, name: string, index: number, given: Given = {}) =>
  makeComment({ postId, status: "approved", ...asSaid(name, index, given) });

/** Many public comments at once, named by their numbers from one on. */
async function sayMany(postId: string, count: number, given: Given = {}): Promise<void> {
  const common = { postId, status: "approved" as const, decidedAt: minute(0) };
  const data = Array.from({ length: count }, (_, index) => ({ ...common, ...asSaid(`N${index + 1}`, index + 1, given) }));
  await privateDb.$transaction(async (tx) => {
    await tx.comment.createMany({ data });
    await tx.post.update({ where: { id: postId }, data: { approvedComments: { increment: count } } });
    await markChanged(tx, tags.thread(postId));
  });
}

const of = (page: Page, { id }: { id: string }) => page.locator(`#comment-${id}`);
const names = (page: Page) => page.locator("#comments article [id$='-by']").allTextContents();
const firstOnes = (page: Page) => page.locator("#comments > ol > li > article [id$='-by']").allTextContents();
const expectCanonical = (page: Page, path: string) =>
  expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`^http://[^/]+${path}$`));

/** Names of comments that need more room, once laid out, than was kept for them until then. */
const withoutRoom = (page: Page) =>
  page.locator("#comments article").evaluateAll((articles) =>
    articles
      .filter((article) => {
        const room = parseFloat(getComputedStyle(article).containIntrinsicBlockSize.replace("auto ", ""));
        article.style.contentVisibility = "visible";
        const needed = article.getBoundingClientRect().height;
        article.style.contentVisibility = "";
        return needed > room;
      })
      .map((article) => article.textContent),
  );

/** Opens a page until it is as expected: one that is kept hears of a change within moments. */
async function openUntil(page: Page, path: string, expected: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expected();
  }).toPass();
}

test("answers are nested to the site's depth; deeper ones stay at the last level and name whom they answer", async ({
  noScript,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost();
  const chain = [await say(id, "L1", 1)];
  for (let level = 2; level <= 7; level++) chain.push(await say(id, `L${level}`, level, { to: chain.at(-1) }));
  await noScript.goto(`/${slug}`);
  await expect(noScript.locator("#comments ol ol ol ol ol > li > article")).toHaveCount(3);
  await expect(noScript.locator("#comments ol ol ol ol ol ol")).toHaveCount(0);
  await expect(noScript.getByRole("link", { name: /^to / })).toHaveText(["to L5", "to L6"]);
  await noScript.getByRole("link", { name: "to L5", exact: true }).click();
  await expect(noScript).toHaveURL(`/${slug}#comment-${chain[4]?.id ?? ""}`);
  await storeSettings({ threadDepth: 2 });
  await openUntil(noScript, `/${slug}`, () => expect(noScript.locator("#comments ol ol ol")).toHaveCount(0, { timeout: 500 }));
  await expect(noScript.getByRole("link", { name: /^to / })).toHaveText(["to L2", "to L3", "to L4", "to L5", "to L6"]);
});

test("each Reply link says whom it answers, and the date leads to the comment wherever it stands", async ({ noScript, publishedPost }) => {
  const { id, slug } = await publishedPost();
  const root = await say(id, "Root", 0);
  await sayMany(id, 130, { to: root });
  const late = await say(id, "Late", 200, { to: root });
  const answer = await say(id, "Last", 201, { to: late });
  await sayMany(id, 60);
  await noScript.goto(`/${slug}`);
  await expect(of(noScript, root).locator("a[data-reply]")).toHaveAttribute("href", `/${slug}?replyto=${root.id}#reply`);
  await expect(of(noScript, root).locator("a[data-reply]")).toHaveAttribute("data-name", "Root");
  await expect(of(noScript, answer)).toHaveCount(0);
  // Nobody has to know where it stands: the address alone opens it.
  await noScript.goto(`/${slug}?replies=${answer.id}#comment-${answer.id}`);
  await expect(of(noScript, answer)).toBeInViewport();
  await expect(noScript.locator(`#comment-${late.id} + ol`)).toContainText("Last says so.");
  const when = of(noScript, answer).getByRole("link", { name: /January/ });
  await expect(when.locator("time")).toHaveAttribute("datetime", minute(201).toISOString());
  await expect(when).toHaveAttribute("href", `/${slug}?replies=${answer.id}#comment-${answer.id}`);
  await expectCanonical(noScript, `/${slug}\\?after=\\d+_[0-9a-f-]+&replies=${root.id}`);
  await noScript.goto(`/${slug}?replies=${root.id}#comment-${root.id}`);
  await expectCanonical(noScript, `/${slug}\\?replies=${root.id}`);
  await noScript.getByRole("link", { name: "All comments" }).click();
  await expectCanonical(noScript, `/${slug}`);
});

test("search engines read the pages that lead on, which hold every comment once, and not those that lead back", async ({
  noScript,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost();
  const robots = noScript.locator("meta[name=robots]");
  for (let index = 0; index < 12; index++) await sayMany(id, index, { to: await say(id, `F${index}`, index * 100) });
  await sayMany(id, 60);
  await noScript.goto(`/${slug}`);
  for (const page of ["second", "third"]) {
    await noScript.getByRole("link", { name: "Newer comments" }).click();
    await expectCanonical(noScript, `/${slug}\\?after=\\d+_[0-9a-f-]+`);
    await expect(robots, page).toHaveCount(0);
  }
  await noScript.getByRole("link", { name: "Older comments" }).click();
  await expect(robots).toHaveAttribute("content", "noindex");
  await expectCanonical(noScript, `/${slug}\\?after=\\d+_[0-9a-f-]+`);
  await noScript.getByRole("link", { name: "Older comments" }).click();
  await expectCanonical(noScript, `/${slug}`);
  await expect(robots).toHaveCount(0);
});

test("an answer whose parent stands on another page names it, and leads there", async ({ noScript, publishedPost }) => {
  const { id, slug } = await publishedPost();
  const root = await say(id, "Root", 0);
  const early = await say(id, "Early", 0.5, { to: root });
  const hidden = await makeComment({ postId: id, ...asSaid("Hidden", 0.6, { to: root }), status: "trash" });
  await sayMany(id, 70, { to: root });
  const late = await say(id, "Late", 100, { to: early });
  const other = await say(id, "Other", 101, { to: hidden });
  await noScript.goto(`/${slug}`);
  await noScript.getByRole("link", { name: "53 more answers to Root" }).click();
  await expect(of(noScript, early)).toHaveCount(0);
  await noScript.getByRole("link", { name: "Newer comments" }).click();
  await expect(of(noScript, other).getByRole("link", { name: /^to/ })).toHaveCount(0);
  await expect(noScript.locator("body")).not.toContainText("Hidden");
  await of(noScript, late).getByRole("link", { name: "to Early", exact: true }).click();
  await expect(of(noScript, early)).toBeInViewport();
});

test("the article's author and colleagues carry a mark, changed comments say so, and a withdrawn one leaves its place", async ({
  noScript,
  publishedPost,
}) => {
  const [author, colleague] = [await makeUser({ name: "Ada" }), await makeUser({ name: "Bob" })];
  const { id, slug } = await publishedPost({ authors: { create: { userId: author.id, position: 0 } } });
  const reader = await say(id, "Reader", 1, { website: "https://example.org/", editedAt: minute(3) });
  const byAuthor = await say(id, "Ada", 2, { to: reader, userId: author.id });
  const byColleague = await say(id, "Bob", 3, { to: reader, userId: colleague.id });
  const withdrawn = await say(id, "", 4, { body: "", withdrawnAt: minute(9) });
  await say(id, "Answering", 5, { to: withdrawn });
  const alone = await say(id, "", 6, { body: "", withdrawnAt: minute(9) });
  await noScript.goto(`/${slug}`);
  await expect(of(noScript, byAuthor)).toContainText("Author");
  await expect(of(noScript, byColleague)).toContainText("Newsroom");
  await expect(of(noScript, reader)).toContainText("edited");
  await expect(of(noScript, reader)).not.toContainText(/Author|Newsroom/);
  await expect(of(noScript, reader).getByRole("link", { name: "Reader", exact: true })).toHaveAttribute("rel", "nofollow ugc noopener");
  await expect(of(noScript, withdrawn)).toHaveText("This comment was withdrawn by its author.");
  await expect(of(noScript, alone)).toHaveCount(0);
  await storeLocale("de");
  await openUntil(noScript, `/${slug}`, () => expect(of(noScript, byAuthor)).toContainText("Autor*in", { timeout: 500 }));
  await expect(of(noScript, byColleague)).toContainText("Redaktion");
  await expect(of(noScript, reader)).toContainText("bearbeitet");
  await expect(of(noScript, withdrawn)).toHaveText(/zurückgezogen/);
});

test("plain links reach every comment once, oldest or newest first, with the right relation [C12]", async ({ noScript, publishedPost }) => {
  const { id, slug } = await publishedPost();
  await sayMany(id, 120);
  const ordered = Array.from({ length: 120 }, (_, index) => `N${index + 1}`);
  const walk = async (onwards: string, backwards: string) => {
    const met = await firstOnes(noScript);
    const next = noScript.locator("#comments a[rel=next]");
    while (await next.count()) {
      await expect(next).toHaveText(onwards);
      await next.click();
      met.push(...(await firstOnes(noScript)));
    }
    await expect(noScript.locator("#comments a[rel=prev]")).toHaveText(backwards);
    return met;
  };
  await noScript.goto(`/${slug}`);
  expect(await walk("Newer comments", "Older comments")).toEqual(ordered);
  await storeSettings({ threadOrder: "newest" });
  await openUntil(noScript, `/${slug}`, async () => expect((await firstOnes(noScript))[0]).toBe("N120"));
  expect(await walk("Older comments", "Newer comments")).toEqual(ordered.toReversed());
  const [back] = [noScript.locator("#comments a[rel=prev]")];
  await back.click();
  await expectCanonical(noScript, `/${slug}\\?after=\\d+_[0-9a-f-]+`);
  await back.click();
  await expect(back).toHaveCount(0);
  await expectCanonical(noScript, `/${slug}`);
});

test("the comments of a page stand in its data for search engines, whatever is typed", async ({ noScript, publishedPost }) => {
  const { id, slug, title } = await publishedPost();
  const body = "</script><script>alert(1)</script> \u2028 & <!--";
  const root = await say(id, 'Ada "</script>"', 1, { body, website: "https://example.org/" });
  const answer = await say(id, "Grace", 2, { to: root });
  const deep = await say(id, "Mary", 2, { to: answer });
  const withdrawn = await say(id, "", 3, { to: root, body: "", withdrawnAt: minute(9) });
  const last = await say(id, "Last", 4, { to: withdrawn });
  await noScript.goto(`/${slug}`);
  const text = await noScript.locator("script[type='application/ld+json']").first().textContent();
  const data = JSON.parse(text ?? "") as { comment: object[] };
  const address = (given: Said) => `${new URL(noScript.url()).origin}/${slug}?replies=${given.id}#comment-${given.id}`;
  expect(data).toMatchObject({ "@type": "NewsArticle", headline: title, commentCount: 5 });
  const said = (given: Said, at: number, name: string) => ({
    "@type": "Comment",
    "@id": address(given),
    text: `${name} says so.`,
    datePublished: minute(at).toISOString(),
    author: { "@type": "Person", name },
  });
  const answers = [{ ...said(answer, 2, "Grace"), comment: [said(deep, 2, "Mary")] }, said(last, 4, "Last")];
  const author = { "@type": "Person", name: 'Ada "</script>"', url: "https://example.org/" };
  expect(data.comment).toEqual([{ ...said(root, 1, ""), text: body, author, comment: answers }]);
});

test("avatars are drawn, or initials, or off, as the site wants it", async ({ noScript, publishedPost }) => {
  const { id, slug } = await publishedPost();
  const drawn = await say(id, "Ada Lovelace", 1, { avatar: Buffer.from("0123456789abcdef", "hex") });
  const older = await say(id, "grace m. Hopper", 2);
  const hidden = (given: Said) => of(noScript, given).locator("[aria-hidden=true]");
  await noScript.goto(`/${slug}`);
  await expect(hidden(drawn).locator("path")).toHaveAttribute("d", /^M/);
  await expect(hidden(older)).toHaveText("GH");
  await storeSettings({ avatars: "initials" });
  await openUntil(noScript, `/${slug}`, () => expect(hidden(drawn)).toHaveText("AL", { timeout: 500 }));
  await storeSettings({ avatars: "off" });
  await openUntil(noScript, `/${slug}`, () => expect(hidden(drawn)).toHaveCount(0, { timeout: 500 }));
});

test("a deep conversation is accessible and fits a phone, light and dark", async ({ page, publishedPost }) => {
  const author = await makeUser();
  const { id, slug } = await publishedPost({ authors: { create: { userId: author.id, position: 0 } } });
  const avatar = Buffer.from("0123456789abcdef", "hex");
  let last = await say(id, "Ada", 0, { avatar });
  for (let level = 1; level < 8; level++)
    last = await say(id, `Donaudampfschifffahrt ${level}`, level, { to: last, avatar, userId: level === 3 ? author.id : null });
  const withdrawn = await say(id, "", 20, { body: "", withdrawnAt: minute(30) });
  const long = "Wer die Donaudampfschifffahrt kennt, der weiß, was für ein Umweg das ist.";
  await say(id, "Grace", 21, { to: withdrawn, body: [long, `> ${long} ${long}`, long].join("\n\n") });
  await page.goto(`/${slug}`);
  for (const [width, colorScheme] of [
    [320, "light"],
    [360, "dark"],
    [1440, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (width < 640) expect(await withoutRoom(page), `room at ${width} px`).toEqual([]);
    const text = await of(page, last).boundingBox();
    expect(text?.width, `the deepest text at ${width} px`).toBeGreaterThan(width * 0.7 > 400 ? 400 : width * 0.7);
  }
  expect(await names(page)).toHaveLength(10);
});
