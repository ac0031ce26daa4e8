import { randomUUID } from "node:crypto";
import { expect, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
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

  await at(other.page, third).getByRole("button", { name: "Spam" }).click();
  await expect(at(one.page, third)).toContainText("is already in Spam.");
  await expect(at(one.page, third).getByLabel("Reason")).toHaveValue("Bitte ohne Namen von Nachbarn.");
  await at(one.page, third).getByRole("button", { name: "Reject and tell the reason" }).click();
  await expect(one.page.getByRole("alert").filter({ hasText: "was faster" })).toContainText("is already in Spam");
  await expect(at(one.page, third).getByLabel("Reason")).toHaveValue("Bitte ohne Namen von Nachbarn.");
  const acts = await privateDb.auditEvent.findMany({ where: { subjectId: third.id }, select: { act: true, actorId: true } });
  expect(acts).toEqual([{ act: "comment.spam", actorId: other.actor.id }]);
});
