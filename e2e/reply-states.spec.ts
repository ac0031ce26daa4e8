import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import { sealContact } from "@/lib/comments/contact";
import { addressKey, confirmKey, endKey, refuseKey } from "@/lib/comments/mail/key";
import { receiptKey } from "@/lib/comments/receipt";
import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

type Given = Partial<Prisma.CommentUncheckedCreateInput> & { postId: string };

/** A reply with an address. Returns its id, and the address's keyed digest. */
async function replyWith(given: Given) {
  const contact = sealContact(`${newId()}@example.org`, { ip: "192.0.2.1", agent: "e2e" });
  const { id } = await makeComment({
    name: "Ada",
    body: "Danke für *diesen* Text: https://example.org",
    ...given,
    contact: { create: contact },
  });
  return { id, emailHash: contact.emailHash };
}

/** A thread of eight levels under one post: marks, a website, a changed text, and one that its author took back. */
async function makeThread(): Promise<{ slug: string; deepest: string }> {
  const { id: userId } = await makeUser({ role: "editor" });
  const { id: postId, slug } = await makePost({ status: "published", authors: { create: { userId, position: 0 } } });
  let parent: string | null = null;
  let root: string | null = null;
  for (let depth = 0; depth < 8; depth++) {
    const extras: Partial<Given>[] = [
      { website: "https://example.org/" },
      { userId },
      { editedAt: new Date() },
      { withdrawnAt: new Date(), name: "", body: "" },
    ];
    const made: { id: string } = await makeComment({ postId, status: "approved", depth, parentId: parent, rootId: root, ...extras[depth] });
    parent = made.id;
    root ??= made.id;
  }
  return { slug, deepest: parent ?? "" };
}

const form = (page: Page) => page.locator("#reply form");

async function fill(page: Page): Promise<void> {
  await form(page).locator("textarea[name=body]").fill("Danke für *diesen* Text.");
  await form(page).locator("[name=name]").fill("Ada");
  await form(page).locator("[name=email]").fill("ada@example.org");
}

/** Each state of the form and the conversation, as a reader comes to it. */
async function statesOfThePost(): Promise<Record<string, (page: Page) => Promise<unknown>>> {
  const [{ slug: empty }, { slug: closed, id: closedId }, thread] = await Promise.all([
    makePost({ status: "published" }),
    makePost({ status: "published", commentsOpen: false }),
    makeThread(),
  ]);
  await makeComment({ postId: closedId, status: "approved" });
  return {
    empty: (page) => page.goto(`/${empty}`),
    "errors, in the browser": async (page) => {
      await page.goto(`/${empty}`);
      await form(page).locator("button").first().click();
      await expect(page.locator("#reply [aria-invalid=true]")).toHaveCount(3);
    },
    "errors, from the server": async (page) => {
      await page.goto(`/${empty}`);
      await Promise.all([page.waitForURL(/reply-errors/), form(page).evaluate((element: HTMLFormElement) => element.submit())]);
      await expect(page.locator("#reply [aria-invalid=true]")).toHaveCount(3);
    },
    preview: async (page) => {
      await page.goto(`/${empty}`);
      await fill(page);
      await form(page).locator("button[formaction]").click();
      await expect(page.locator("#reply em")).toHaveText("diesen");
    },
    sent: async (page) => {
      await page.goto(`/${empty}`);
      await fill(page);
      await form(page).locator("[name=email]").fill(`${newId()}@example.org`);
      await form(page).locator("button").first().click();
      await expect(page.locator("#reply a[href^='/receipts/']").first()).toBeVisible();
    },
    "a deep thread": (page) => page.goto(`/${thread.slug}`),
    "an answer to the deepest": (page) => page.goto(`/${thread.slug}?replyto=${thread.deepest}#reply`),
    closed: (page) => page.goto(`/${closed}`),
  };
}

/** What signed links open, in each state of the reply. */
async function statesOfTheReceipt(): Promise<Record<string, string>> {
  const { id: postId } = await makePost({ status: "published", title: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" });
  const decidedAt = new Date();
  const [waiting, published, declined, spam, withdrawn] = await Promise.all([
    replyWith({ postId, score: 5 }),
    replyWith({ postId, status: "approved" }),
    replyWith({ postId, status: "rejected", decidedAt, reason: "Zu persönlich.\nBitte sachlich." }),
    replyWith({ postId, status: "spam", decidedAt }),
    replyWith({ postId, status: "approved", withdrawnAt: new Date(), name: "", body: "" }),
  ]);
  const subscription = await privateDb.subscription.create({
    data: { commentId: published.id, kind: "answered", confirmedAt: new Date() },
  });
  return {
    "a waiting receipt": `/receipts/${receiptKey(waiting.id)}`,
    "its change": `/receipts/${receiptKey(waiting.id)}/edit`,
    "its end": `/receipts/${receiptKey(waiting.id)}/withdraw`,
    "a published receipt": `/receipts/${receiptKey(published.id)}`,
    "a declined receipt": `/receipts/${receiptKey(declined.id)}`,
    "a receipt of spam": `/receipts/${receiptKey(spam.id)}`,
    "a receipt of what was taken back": `/receipts/${receiptKey(withdrawn.id)}`,
    "the way to lost receipts": "/receipts",
    "a confirmation": `/receipts/confirm/${confirmKey(waiting.id)}`,
    "the end of mails": `/receipts/unsubscribe/${endKey(subscription.id)}`,
    "mails that ended": `/receipts/unsubscribe/${endKey(newId())}`,
    "the end of all mail": `/receipts/no-mail/${refuseKey(published.emailHash)}`,
    "all of an address": `/receipts/address/${addressKey(published.emailHash, new Date())}`,
    "its erasure": `/receipts/address/${addressKey(published.emailHash, new Date())}/erase`,
  };
}

test.afterEach(() => forgetStoredSettings());

for (const [language, colorScheme] of [
  ["en", "light"],
  ["de", "dark"],
] as const) {
  test(`each state of a conversation is accessible, in ${language} and ${colorScheme}, and fits into 320 px [C5]`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await storeLocale(language);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const [state, open] of Object.entries(await statesOfThePost())) {
      await test.step(state, async () => {
        await open(page);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }
  });

  test(`each state of a receipt is accessible, in ${language} and ${colorScheme}, and fits into 320 px [C5]`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await storeLocale(language);
    for (const [nth, [state, path]] of Object.entries(await statesOfTheReceipt()).entries()) {
      await test.step(state, async () => {
        // Each at the width of a phone in one language, of a desk in the other.
        const isWide = (nth % 2 === 0) === (language === "de");
        await page.setViewportSize({ width: isWide ? 1440 : 320, height: 800 });
        expect((await page.goto(path))?.status(), path).toBe(200);
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 800 });
        await expectNoSidewaysScroll(page);
      });
    }
  });
}
