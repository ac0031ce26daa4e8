import { randomUUID } from "node:crypto";
import type { Route } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { sealContact } from "@/lib/comments/contact";
import { editComment } from "@/lib/comments/edit";
import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { makeComment } from "@/lib/testing/make";

test("two moderators at once: each sees at what the other looks, what one decided goes from the other's list, and nothing typed is lost", async ({
  signedInAs,
  publishedPost,
}) => {
  await emptyTheQueue();
  const post = await publishedPost();
  const make = () => makeComment({ postId: post.id, status: "pending", body: `Ein Satz ${randomUUID()}` });
  const [first, second, third] = [await make(), await make(), await make()];
  const [one, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  const at = (page: typeof one.page, { id }: { id: string }) => page.locator(`[data-row="${id}"]`);
  for (const { page } of [one, other]) {
    await page.goto("/admin/comments");
    await expect(at(page, third)).toBeVisible();
  }

  await at(other.page, first).focus();
  await expect(at(one.page, first)).toContainText(`${other.actor.name} is looking at this.`);
  await expect(at(other.page, first)).not.toContainText("is looking");
  await at(other.page, second).focus();
  await expect(at(one.page, second)).toContainText("is looking at this.");
  await expect(at(one.page, first)).not.toContainText("is looking");

  await at(one.page, third).getByText("Reject with a reason").click();
  await at(one.page, third).getByLabel("Reason").fill("Bitte ohne Namen von Nachbarn.");
  await at(one.page, first).focus();
  await at(other.page, first).getByRole("button", { name: "Approve" }).click();
  await expect(at(one.page, first)).toHaveCount(0);
  // What had the focus went: the next comment has it.
  await expect(at(one.page, second)).toBeFocused();

  // It stays gone while an act of one's own is under way.
  const held: Route[] = [];
  await one.page.route("**/admin/comments", (route) => {
    if (route.request().method() === "POST" && held.length === 0) held.push(route);
    else return route.fallback();
  });
  await at(one.page, second).getByRole("button", { name: "Approve" }).click();
  await expect(one.page.locator("form[aria-busy=true]")).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await expect(at(one.page, first)).toHaveCount(0);
  await held[0]?.continue();
  await expect(one.page.locator("form[aria-busy=true]")).toHaveCount(0);

  await at(other.page, third).getByRole("button", { name: "Spam" }).click();
  await expect(at(one.page, third)).toContainText("is already in Spam.");
  await expect(at(one.page, third).getByLabel("Reason")).toHaveValue("Bitte ohne Namen von Nachbarn.");
  await at(one.page, third).getByRole("button", { name: "Reject and tell the reason" }).click();
  await expect(one.page.getByRole("alert").filter({ hasText: "was faster" })).toContainText("is already in Spam");
  await expect(at(one.page, third).getByLabel("Reason")).toHaveValue("Bitte ohne Namen von Nachbarn.");
  const acts = await privateDb.auditEvent.findMany({ where: { subjectId: third.id }, select: { act: true, actorId: true } });
  expect(acts).toEqual([{ act: "comment.spam", actorId: other.actor.id }]);
});

test("what a colleague approved and its author changes afterwards is back in the list of who goes on there", async ({
  signedInAs,
  publishedPost,
  address,
}) => {
  await emptyTheQueue();
  const post = await publishedPost();
  const make = () =>
    makeComment({
      postId: post.id,
      status: "pending",
      contact: { create: sealContact("ada@example.org", { ip: address, agent: "e2e" }) },
    });
  const [changed, ...others] = [await make(), await make(), await make(), await make()];
  const [{ page }, other] = [await signedInAs("moderator"), await signedInAs("editor")];
  const at = (each: typeof page, { id }: { id: string }) => each.locator(`[data-row="${id}"]`);
  for (const each of [page, other.page]) {
    await each.goto("/admin/comments");
    await expect(at(each, changed)).toBeVisible();
  }
  await at(other.page, changed).getByRole("button", { name: "Approve" }).click();
  await expect(at(page, changed)).toHaveCount(0);
  const seen = "approved.";
  expect(await editComment(receiptKey(changed.id), { body: "Said in other words.", seen })).toEqual({ ok: true });
  // Every act of one's own makes the list anew.
  await at(page, others[0]).getByRole("button", { name: "Approve" }).click();
  await expect(at(page, changed)).toContainText("Said in other words.");
});
