import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { deleteComment } from "@/lib/comments/delete";
import { approveComment, decisions, trashComment } from "@/lib/comments/moderate";
import { moderationQueue } from "@/lib/comments/newsroom";
import { ownReply } from "@/lib/comments/own";
import { receiptKey } from "@/lib/comments/receipt";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function reply(given: { status?: "pending" | "spam" | "trash"; isSent?: boolean } = {}) {
  const { status = "trash", isSent = false } = given;
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status, body: `Text ${newId()}` });
  if (isSent)
    await privateDb.commentContact.create({
      data: { commentId: id, ...sealContact(`${newId()}@example.org`, { ip: "192.0.2.1", agent: "t" }) },
    });
  return id;
}

const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id }, include: { contact: true } });

test.each(["spam", "trash"] as const)(
  "what lies in %s is erased for good; its author is told by whom, the ledger nothing of it",
  async (from) => {
    const ada = await makeUser({ role: "moderator" });
    const id = await reply({ status: from });
    const deleted = await deleteComment(ada, { id, from });
    expect(deleted).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ name: "", body: "", contact: null });
    expect(await ownReply(receiptKey(id))).toMatchObject({ fate: "deleted", html: "" });
    const queue = await moderationQueue(ada, { status: from });
    expect(queue.ok && queue.comments.some((each) => each.id === id)).toBe(false);
    const ledger = await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, actorId: true, from: true } });
    expect(ledger).toEqual([{ act: "comment.delete", actorId: ada.id, from }]);
    expect(await undoDecisions(ada, { events: [deleted.ok ? deleted.event : ""] })).toMatchObject({ decided: [{ error: "notFound" }] });
    expect(await deleteComment(ada, { id, from })).toMatchObject({ error: "withdrawn" });
  },
);

test("what waits or is public is not deleted, nor by who does not decide, nor what somebody took out of there", async () => {
  const [ada, bob] = [await makeUser(), await makeUser({ name: "Bob" })];
  const id = await reply();
  expect(await deleteComment(await makeUser({ role: "author" }), { id, from: "trash" })).toMatchObject({ error: "forbidden" });
  expect(await deleteComment(ada, { id: await reply({ status: "pending" }), from: "pending" })).toMatchObject({ error: "invalid" });
  await approveComment(bob, { id, from: "trash" });
  expect(await deleteComment(ada, { id, from: "trash" })).toMatchObject({ error: "alreadyDecided", by: "Bob", now: "approved" });
  expect(await stored(id)).not.toMatchObject({ body: "" });
});

test("what its author may still complain of stays for 184 days, and as long as a complaint or a report is open", async () => {
  const ada = await makeUser();
  const id = await reply({ status: "pending", isSent: true });
  await trashComment(ada, { id });
  const kept = await deleteComment(ada, { id, from: "trash" });
  expect(kept).toMatchObject({ error: "inUse", why: "complainable", until: expect.any(Date) as Date });
  const { id: statementId } = await privateDb.statement.findFirstOrThrow({ where: { commentId: id } });
  await privateDb.statement.update({ where: { id: statementId }, data: { createdAt: new Date(Date.now() - 185 * 86_400_000) } });
  const complaint = await privateDb.complaint.create({ data: { statementId, text: "No." } });
  expect(await deleteComment(ada, { id, from: "trash" })).toMatchObject({ error: "inUse", why: "complained" });
  await privateDb.complaint.delete({ where: { id: complaint.id } });
  const report = await privateDb.reportCase.create({ data: { commentId: id, isIllegal: false } });
  expect(await deleteComment(ada, { id, from: "trash" })).toMatchObject({ error: "inUse", why: "reported" });
  await privateDb.reportCase.delete({ where: { id: report.id } });
  expect(await stored(id)).toMatchObject({ contact: { commentId: id } });
  expect(await deleteComment(ada, { id, from: "trash" })).toMatchObject({ ok: true });

  const spam = await reply({ status: "pending", isSent: true });
  await decisions.spam(ada, { id: spam });
  expect(await deleteComment(ada, { id: spam, from: "spam" })).toMatchObject({ ok: true });
});
