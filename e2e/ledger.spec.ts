import { randomUUID } from "node:crypto";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost } from "@/lib/testing/make";

test("an administrator finds in the ledger who did what to a thing, and a moderator sees at the desk what was decided on a reply", async ({
  signedInAs,
}) => {
  const { page, actor } = await signedInAs("administrator");
  const subject = { type: "setting" as const, id: `theme-${randomUUID()}` };
  await recordAudit(privateDb, { actorId: actor.id, act: "setting.change", subject, from: "old", to: "new" });
  await page.goto("/admin");
  await page.getByRole("navigation", { name: "Newsroom" }).getByRole("link", { name: "Ledger" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ledger" })).toBeVisible();

  await page.getByLabel("Who").selectOption(actor.id);
  await page.getByLabel("What was done").selectOption("Setting changed");
  await page.getByRole("button", { name: "Filter" }).click();
  const entry = page.getByRole("row").filter({ hasText: subject.id });
  await expect(entry).toContainText("old → new");
  await expect(entry).toContainText(actor.name);
  await entry.getByRole("link", { name: subject.id }).click();
  await expect(page.getByRole("row").filter({ has: page.getByRole("rowheader") })).toHaveCount(1);
  await expect(page.getByLabel("Id of a thing")).toHaveValue(subject.id);
  await expectAccessible(page);
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
  await page.goto("/admin/ledger?id=nothing-has-this-id");
  await expect(page.getByText("Nothing found.")).toBeVisible();

  const { id: postId } = await makePost({ status: "published" });
  const comment = await makeComment({ postId, status: "spam", name: `Grace ${randomUUID()}` });
  await recordAudit(privateDb, {
    actorId: null,
    rule: "spamWords",
    act: "comment.spam",
    subject: { type: "comment", id: comment.id },
    from: "pending",
    to: "spam",
  });
  await page.goto("/admin/comments?status=spam");
  const reply = page.getByRole("listitem").filter({ hasText: comment.name });
  await reply.getByText("History (1)").click();
  await expect(reply).toContainText("The site itself · Comment put to spam · Pending → Spam · by rule: word on the spam list");
});
