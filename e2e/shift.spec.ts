import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { sealContact } from "@/lib/comments/contact";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

test.afterEach(async () => {
  await privateDb.setting.deleteMany({ where: { isPublic: false } });
});

async function reply(page: Page, slug: string, email: string): Promise<void> {
  await page.goto(`/${slug}`);
  await page.getByLabel("Comment").fill(`What I think of it: ${randomUUID()}`);
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Post Comment" }).click();
}

/** The panel of an article's shift, open. */
async function shiftOf(page: Page, slug: string) {
  await page.goto(`/admin/comments?article=${encodeURIComponent(`/${slug}`)}`);
  const panel = page.locator("details").filter({ has: page.getByText("For the next shift") });
  await panel.locator("summary").click();
  return panel;
}

test("a moderator holds everything on one article and slows it down, where the site publishes; elsewhere it goes on, and then there too", async ({
  signedInAs,
  publishedPost,
  page: reader,
}) => {
  await privateDb.setting.create({ data: { key: "moderation", value: "publish" } });
  const [post, other] = [await publishedPost(), await publishedPost()];
  const { page } = await signedInAs("moderator");
  const panel = await shiftOf(page, post.slug);
  await expectAccessible(page);
  await panel.getByLabel("New replies").selectOption("Hold everything from now");
  await panel.getByLabel("Slow mode").selectOption("5 minutes");
  await panel.getByRole("button", { name: "Set" }).click();
  await expect(page.getByText("It holds from now on.")).toBeVisible();
  await expect(panel.locator("summary")).toContainText("1 article is slowed down.");

  const grace = `${randomUUID()}@example.org`;
  await reply(reader, post.slug, grace);
  await expect(reader.getByText("Your reply is awaiting moderation.")).toBeVisible();
  await reply(reader, other.slug, `${randomUUID()}@example.org`);
  await expect(reader.getByText("Your reply is published.")).toBeVisible();
  await reply(reader, post.slug, grace);
  await expect(reader.getByRole("alert").filter({ hasText: "try again later" })).toContainText("minutes");
  await expect(reader.getByLabel("Comment")).toHaveValue(/What I think of it/);

  await panel.getByRole("button", { name: "Let it go on" }).click();
  await expect(page.getByText("It goes on as the settings say.")).toBeVisible();
  await reply(reader, post.slug, `${randomUUID()}@example.org`);
  await expect(reader.getByText("Your reply is published.")).toBeVisible();
});

test("a note for the next shift is left and found there, and taken away when it is done", async ({ signedInAs, publishedPost }) => {
  const post = await publishedPost();
  const [early, late] = [await signedInAs("moderator"), await signedInAs("editor")];
  const note = `Keep an eye on the thread about the ferry ${randomUUID()}`;
  const panel = await shiftOf(early.page, post.slug);
  await panel.getByLabel("Note").fill(note);
  await panel.getByRole("button", { name: "Leave the note" }).click();
  await expect(early.page.getByText("The note lies on the desk.")).toBeVisible();
  const found = (await shiftOf(late.page, post.slug)).getByRole("listitem").filter({ hasText: note });
  await expect(found).toContainText(early.actor.name);
  await late.page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(late.page);
  await found.getByRole("button", { name: "Done, remove" }).click();
  await expect(late.page.getByText("The note is gone.")).toBeVisible();
  await expect(late.page.getByText(note)).toHaveCount(0);
});

test("what waits stands by risk, then by age, and what has been a risk for hours is marked; the list narrows by what one looks for", async ({
  signedInAs,
  publishedPost,
}) => {
  await emptyTheQueue();
  const [post, other] = [await publishedPost({ lang: "de" }), await publishedPost({ lang: "en" })];
  const contact = (ip: string) => ({ create: sealContact(`${randomUUID()}@example.org`, { ip, agent: "e2e" }) });
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const make = (body: string, more: Partial<Parameters<typeof makeComment>[0]>) =>
    makeComment({ postId: post.id, body, contact: contact("192.0.2.7"), ...more });
  const young = await make("A young reply about swifts.", { createdAt: ago(1) });
  const old = await make("An old reply about swifts.", { createdAt: ago(30) });
  const risk = await make("A risky reply.", {
    createdAt: ago(3),
    score: 20,
    checks: { create: { position: 0, rule: "manyLinks", score: 20 } },
  });
  const elsewhere = await make("Another reply about ferries.", { postId: other.id, contact: contact("198.51.100.9"), createdAt: ago(2) });
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  const ids = () => page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
  expect(await ids()).toEqual([risk.id, old.id, elsewhere.id, young.id]);
  await expect(page.locator(`[data-row="${risk.id}"]`)).toContainText("3 hours");
  const narrowed = async (query: string) => {
    await page.goto(`/admin/comments?${query}`);
    return ids();
  };
  expect(await narrowed("q=swifts")).toEqual([old.id, young.id]);
  expect(await narrowed("ip=198.51.100.9")).toEqual([elsewhere.id]);
  expect(await narrowed("lang=en")).toEqual([elsewhere.id]);
  expect(await narrowed("rule=manyLinks")).toEqual([risk.id]);
  expect(await narrowed("score=10")).toEqual([risk.id]);
  expect(await narrowed(`article=${encodeURIComponent(`/${other.slug}`)}`)).toEqual([elsewhere.id]);
  expect(await narrowed(`until=${ago(26).toISOString().slice(0, 10)}&since=2000-01-01`)).toEqual([old.id]);
  expect(await narrowed("q=nobody+wrote+that")).toEqual([]);
  await expect(page.getByRole("link", { name: "Clear filters" })).toBeVisible();
});
