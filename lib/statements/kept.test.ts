import { expect, test } from "vitest";
import { deleteComment } from "@/lib/comments/delete";
import { forgetRefused } from "@/lib/comments/forget";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const now = new Date("2026-03-15T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const upheld = (days: number) => ({ decidedAt: daysAgo(days), outcome: "upheld", answer: "It stays so." }) as const;

/** A reply that was turned down so long ago that only somebody's complaint keeps it. */
async function refusedLongAgo(complaint: object | null): Promise<string> {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "rejected", decidedAt: daysAgo(300) });
  const why = { wasPublic: true, ground: "guidelines", isAutomated: false, wasFlagged: false, wasReported: false } as const;
  const statement = { commentId: id, eventId: newId(), to: "rejected", createdAt: daysAgo(300), ...why } as const;
  await privateDb.statement.create({ data: { ...statement, ...(complaint && { complaint: { create: complaint } }) } });
  return id;
}

async function reportedLongAgo(complaint: object): Promise<string> {
  const id = await refusedLongAgo(null);
  const reportCase = { commentId: id, isIllegal: false, decidedAt: daysAgo(200), outcome: "dismissed" } as const;
  const report = { reason: "insult", complaint: { create: { byReporter: true, ...complaint } } } as const;
  await privateDb.reportCase.create({ data: { ...reportCase, reports: { create: report } } });
  return id;
}

test("what was turned down stays while its author, or who reported it, complains, and until the author's answer is on its way", async () => {
  const kept = [await refusedLongAgo({}), await refusedLongAgo(upheld(6)), await reportedLongAgo({})];
  const gone = [await refusedLongAgo(null), await refusedLongAgo(upheld(8)), await reportedLongAgo(upheld(8))];
  await forgetRefused(90, now);
  const left = await privateDb.comment.findMany({ where: { id: { in: [...kept, ...gone] } }, select: { id: true } });
  expect(left.map(({ id }) => id).sort()).toEqual([...kept].sort());
});

test("nor is it deleted for good before the answer to its author is on its way", async () => {
  const id = await refusedLongAgo({ decidedAt: new Date(), outcome: "upheld", answer: "It stays so." });
  await privateDb.comment.update({ where: { id }, data: { status: "trash" } });
  const moderator = await makeUser({ role: "moderator" });
  expect(await deleteComment(moderator, { id, from: "trash" })).toMatchObject({ error: "inUse", why: "answered" });
  await privateDb.complaint.updateMany({
    where: { statement: { commentId: id } },
    data: { decidedAt: new Date(Date.now() - 8 * 86_400_000) },
  });
  expect(await deleteComment(moderator, { id, from: "trash" })).toMatchObject({ ok: true });
});
