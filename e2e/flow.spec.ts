import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { makePost } from "@/lib/testing/make";

const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
const by = (userId: string) => ({ authors: { create: { userId, position: 0 } } });

test("a contributor's post goes to the desk, comes back with a note, is corrected for readers once it is public", async ({
  signedInAs,
  request,
  mayComplain,
}) => {
  test.slow();
  mayComplain.console = true;
  const [writing, desk] = [await signedInAs("contributor"), await signedInAs("editor")];
  const post = await makePost({ title: unique("Harbour"), ...by(writing.actor.id) });
  const address = `/admin/posts/${post.id}/flow`;
  await writing.page.goto(`/admin/posts/${post.id}`);
  const text = writing.page.getByRole("textbox", { name: "Text", exact: true });
  await text.click();
  await writing.page.keyboard.press("ControlOrMeta+End");
  await writing.page.keyboard.type(" To the last word.");
  await expect(writing.page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await writing.page.getByRole("button", { name: "Submit for review" }).click();
  await expect(writing.page).toHaveURL(address);
  await expect(writing.page.getByText("In review", { exact: true })).toBeVisible();
  await expect(writing.page.getByRole("button", { name: "Publish now" })).toHaveCount(0);
  expect((await privateDb.post.findUniqueOrThrow({ where: { id: post.id } })).bodyText).toContain("To the last word.");

  const { page } = desk;
  await page.goto(address);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  const note = page.getByRole("textbox", { name: "Note" }).first();
  await note.fill("Who says so?");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("The site could not be reached. What you typed still stands here")).toBeVisible();
  await page.context().setOffline(false);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("You have been signed out. What you typed still stands here")).toBeVisible();
  await page.context().addCookies(cookies);
  await expect(note).toHaveValue("Who says so?");
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();

  await writing.page.reload();
  await expect(writing.page.getByText("Who says so?")).toBeVisible();
  await writing.page.getByRole("button", { name: "Mark as settled" }).click();
  await expect(writing.page.getByText("Settled", { exact: true })).toBeVisible();
  await writing.page.getByRole("button", { name: "Submit for review" }).click();
  await expect(writing.page.getByText("Submitted.")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText("Readers see it now.")).toBeVisible();
  await page.getByRole("textbox", { name: "Correction" }).fill("An earlier version named the wrong year.");
  await page.getByRole("button", { name: "Add correction" }).click();
  await expect(page.getByText("Readers see the correction now.")).toBeVisible();
  const shown = await (await request.get(`/${post.slug}`)).text();
  expect(shown).toContain("An earlier version named the wrong year.");
  expect(shown).toContain('"CorrectionComment"');
  await page.getByRole("button", { name: "Move to trash" }).click();
  await expect(page.getByText("Moved to the trash.")).toBeVisible();
  expect((await request.get(`/${post.slug}`)).status()).toBe(404);
  expect(await (await request.get("/")).text()).not.toContain(post.title);
});

test("a scheduled post is published by itself, and the hour that comes twice is asked about", async ({ signedInAs, request }) => {
  const { page, actor } = await signedInAs("author");
  const post = await makePost({ title: unique("Planned"), ...by(actor.id) });
  await privateDb.setting.upsert({
    where: { key: "timeZone" },
    create: { key: "timeZone", value: "Europe/Berlin", isPublic: true },
    update: { value: "Europe/Berlin" },
  });
  await page.goto(`/admin/posts/${post.id}/flow`);
  await page.getByLabel("Date and time").fill("2090-10-29T02:30");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByLabel("Which of the two is meant").selectOption("+01:00");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect
    .poll(async () => (await privateDb.post.findUniqueOrThrow({ where: { id: post.id } })).scheduledFor)
    .toEqual(new Date("2090-10-29T01:30:00Z"));
  await privateDb.setting.deleteMany({ where: { key: "timeZone" } });
  // Its time comes: the same job as any other's, an hour of waiting left out.
  const { enqueue } = await import("@/lib/jobs/queue");
  await privateDb.$transaction(async (tx) => {
    await tx.post.update({ where: { id: post.id }, data: { scheduledFor: new Date() } });
    await enqueue(tx, "post.publish", { postId: post.id });
  });
  await expect.poll(async () => (await request.get(`/${post.slug}`)).status(), { timeout: 10_000 }).toBe(200);
});
