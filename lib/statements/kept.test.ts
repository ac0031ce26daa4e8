import { expect, test } from "vitest";
import { deleteComment } from "@/lib/comments/delete";
import { forgetRefused } from "@/lib/comments/forget";
import { sealContact } from "@/lib/comments/contact";
import { approveComment, markCommentAsSpam, rejectComment, trashComment } from "@/lib/comments/moderate";
import { textVersion } from "@/lib/comments/policy";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { keptForComplaints } from "@/lib/statements/kept";
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

/** A reply that somebody can be told of, and what is done with it; at last it lies in the spam or the trash, for a year. */
async function decided(...acts: ((id: string) => Promise<unknown>)[]) {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.50", agent: "test" }) };
  const { id } = await makeComment({ postId, status: "approved", body: WHOLE, contact });
  for (const act of acts) expect(await act(id)).toMatchObject({ ok: true });
  const { status: from } = await privateDb.comment.update({ where: { id }, data: { decidedAt: daysAgo(365) } });
  return { id, from };
}

const [WHOLE, CUT] = ["Ask Mr Smith, Elm Street 3.", "Ask Mr Smith."];
const staff = () => makeUser({ role: "moderator", signsIn: true });
const reject = async (id: string) => rejectComment(await staff(), { id, from: "approved", reason: "Off topic." });
const spam = async (id: string) => markCommentAsSpam(await staff(), { id, from: "approved" });
const tidy = async (id: string) => trashComment(await staff(), { id, from: "rejected" });
const approve = async (id: string) => approveComment(await staff(), { id, from: "rejected" });
const edit = (body: string, kind: string) => async (id: string) => {
  const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
  return editAsStaff(await staff(), { id, from: "approved", seen: textVersion(editedAt), body, kind });
};
const undone = (act: (id: string) => Promise<{ ok: boolean; event?: string }>) => async (id: string) =>
  undoDecisions(await staff(), { events: [(await act(id)).event] });

test.each([
  ["a part was taken out, which still is", true, [edit(CUT, "guidelines"), spam]],
  ["a part was taken out and put back", false, [edit(CUT, "guidelines"), edit(WHOLE, "restoration"), spam]],
  ["a part was taken out, put back and taken out again", true, [edit(CUT, "guidelines"), undone(edit(WHOLE, "restoration")), spam]],
  ["a part was taken out, and that taken back", false, [undone(edit(CUT, "guidelines")), spam]],
  ["it was rejected, and tidied away", true, [reject, tidy]],
  ["it was rejected, and that taken back", false, [undone(reject), spam]],
  ["it was rejected, published, and is spam since", false, [reject, approve, spam]],
] as const)("where %s, a reply is kept for who may complain: %s", async (_, isKept, acts) => {
  const { id, from } = await decided(...acts);
  const kept = await privateDb.$transaction((tx) => keptForComplaints(tx, id, new Date()));
  expect(kept?.why ?? null).toBe(isKept ? "complainable" : null);
  await forgetRefused(90);
  expect(await privateDb.comment.count({ where: { id } }), "nor is it forgotten before").toBe(isKept ? 1 : 0);
  if (isKept) expect(await deleteComment(await staff(), { id, from })).toMatchObject({ error: "inUse" });
});
