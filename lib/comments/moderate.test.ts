import { tags } from "@/lib/cache/tags";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { expect, test } from "vitest";
import { decideOnEach } from "@/lib/comments/bulk";
import { approveComment, decisions, markCommentAsSpam, rejectComment, trashComment, unapproveComment } from "@/lib/comments/moderate";
import { STATUSES, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { textVersion } from "@/lib/comments/policy";
import { publishedThread } from "@/lib/comments/public";
import type { ThreadComment } from "@/lib/comments/thread/tree";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function waiting(given: { status?: (typeof STATUSES)[number] } = {}) {
  const post = await makePost({ status: "published" });
  const { id } = await makeComment({ postId: post.id, ...given });
  return { id, postId: post.id };
}

const statusOf = async (id: string) => (await privateDb.comment.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
const countOf = async (id: string) =>
  (await privateDb.post.findUniqueOrThrow({ where: { id }, select: { approvedComments: true } })).approvedComments;
const ledgerOf = (subjectId: string) =>
  privateDb.auditEvent.findMany({
    where: { subjectId },
    orderBy: { id: "asc" },
    select: { act: true, actorId: true, from: true, to: true },
  });

test("an approved comment is public, counted, and in the ledger", async () => {
  const ada = await makeUser({ role: "moderator" });
  const { id, postId } = await waiting();
  expect(await publicDb.comment.count({ where: { id } })).toBe(0);
  expect(await approveComment(ada, { id })).toMatchObject({ ok: true, id, to: "approved" });
  expect(await publicDb.comment.count({ where: { id } })).toBe(1);
  expect(await countOf(postId)).toBe(1);
  expect(await ledgerOf(id)).toEqual([{ act: "comment.approve", actorId: ada.id, from: "pending", to: "approved" }]);
});

test.each([
  [rejectComment.name, rejectComment, "rejected"],
  [markCommentAsSpam.name, markCommentAsSpam, "spam"],
  [trashComment.name, trashComment, "trash"],
] as const)("%s hides an approved comment from readers", async (_, act, to) => {
  const { id, postId } = await waiting({ status: "approved" });
  expect(await act(await makeUser(), { id, from: "approved" })).toMatchObject({ ok: true, to });
  expect(await publicDb.comment.count({ where: { id } })).toBe(0);
  expect(await countOf(postId)).toBe(0);
});

test.each(["approved", "rejected", "spam", "trash"] as const)(
  "a comment in %s waits again, unseen by readers, until it is decided on anew",
  async (from) => {
    const ada = await makeUser({ role: "moderator" });
    const { id, postId } = await waiting({ status: from });
    expect(await unapproveComment(ada, { id, from })).toMatchObject({ ok: true, to: "pending" });
    expect(await publicDb.comment.count({ where: { id } })).toBe(0);
    expect(await countOf(postId)).toBe(0);
    expect(await ledgerOf(id)).toEqual([{ act: "comment.unapprove", actorId: ada.id, from, to: "pending" }]);
    expect(await unapproveComment(await makeUser(), { id, from })).toMatchObject({ ok: false, error: "alreadyDecided", by: ada.name });
  },
);

const reasonOf = async (id: string) => (await privateDb.comment.findUniqueOrThrow({ where: { id }, select: { reason: true } })).reason;

test("a rejection may carry a reason for its author; the ledger tells that there was one, and not what it says", async () => {
  const ada = await makeUser();
  const { id } = await waiting();
  const rejected = await rejectComment(ada, { id, reason: " Bitte sachlich.\r\nDanke!\u0000 " });
  if (!rejected.ok) throw new Error(rejected.error);
  expect(await reasonOf(id)).toBe("Bitte sachlich.\nDanke!");
  const [row] = await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { why: true } });
  expect(row).toEqual({ why: "reasonGiven" });
  const approved = await approveComment(ada, { id, from: "rejected", reason: "not for this" });
  if (!approved.ok) throw new Error(approved.error);
  await undoDecisions(ada, { events: [approved.event] });
  expect([await statusOf(id), await reasonOf(id)]).toEqual(["rejected", "Bitte sachlich.\nDanke!"]);
});

test("a rejection without a reason tells none, not even an earlier one", async () => {
  const ada = await makeUser();
  const { id } = await waiting();
  await rejectComment(ada, { id, reason: "First." });
  await approveComment(ada, { id, from: "rejected" });
  await rejectComment(ada, { id, from: "approved", reason: " \n" });
  expect(await reasonOf(id)).toBeNull();
});

test("a reason of 2,000 characters is taken, a longer one decides nothing", async () => {
  const ada = await makeUser();
  const { id } = await waiting();
  const refused = { ok: false, error: "invalid", fields: { reason: ["tooLong"] } };
  expect(await rejectComment(ada, { id, reason: "🙂".repeat(2001) })).toMatchObject(refused);
  expect(await statusOf(id)).toBe("pending");
  expect(await rejectComment(ada, { id, reason: "🙂".repeat(2000) })).toMatchObject({ ok: true });
});

test("no reader's query reads a reason", async () => {
  const { id } = await waiting({ status: "approved" });
  await expect(publicDb.comment.findUnique({ where: { id }, select: { reason: true } })).rejects.toThrow();
});

test("only what readers see of one thread is marked as changed, and only when that changes", async () => {
  const ada = await makeUser();
  const { id, postId } = await waiting();
  const unseen = await heardDuring(async () => {
    await rejectComment(ada, { id });
    await markCommentAsSpam(ada, { id, from: "rejected" });
  });
  // For the open desks; no page depends on it.
  const desks = (to: CommentStatus) => tags.moved(id, to, ada.id);
  expect(unseen).toEqual([desks("rejected"), desks("spam")]);
  expect(await heardDuring(() => approveComment(ada, { id, from: "spam" }))).toEqual([
    `thread:${postId}`,
    "list:replies",
    `shown:${postId}:${id}`,
    desks("approved"),
  ]);
  const heard = await heardDuring(async () => {
    const trashed = await trashComment(ada, { id, from: "approved" });
    if (!trashed.ok) throw new Error(trashed.error);
    // It comes back: readers have seen it before.
    await undoDecisions(ada, { events: [trashed.event] });
  });
  expect([new Set(heard), await statusOf(id)]).toEqual([
    new Set([`thread:${postId}`, "list:replies", desks("trash"), desks("approved")]),
    "approved",
  ]);
});

test("an author decides nothing, and nobody is told of a comment that is not there", async () => {
  const { id } = await waiting();
  expect(await approveComment(await makeUser({ role: "author" }), { id })).toEqual({ ok: false, error: "forbidden" });
  expect(await decideOnEach(await makeUser({ role: "author" }), { ids: [id], verdict: "approve" })).toEqual({
    ok: false,
    error: "forbidden",
  });
  expect(await statusOf(id)).toBe("pending");
  expect(await approveComment(await makeUser(), { id: crypto.randomUUID() })).toEqual({ ok: false, error: "notFound" });
  expect(await approveComment(await makeUser(), { id: "1' or true" })).toMatchObject({ ok: false, error: "invalid" });
  expect(await approveComment(await makeUser(), { id, from: "nothing" })).toMatchObject({ ok: false, error: "invalid" });
});

test("of two moderators who decide at once one wins, and the other is told who and what", async () => {
  const [ada, grace] = [await makeUser({ name: "Ada" }), await makeUser({ name: "Grace" })];
  for (let round = 0; round < 10; round++) {
    const { id, postId } = await waiting();
    const [first, second] = await Promise.all([approveComment(ada, { id }), markCommentAsSpam(grace, { id })]);
    const [won, lost] = first.ok ? [first, second] : [second, first];
    const name = first.ok ? "Ada" : "Grace";
    expect(lost).toMatchObject({ ok: false, error: "alreadyDecided", by: name, now: won.ok && won.to });
    expect(await ledgerOf(id)).toHaveLength(1);
    expect(await countOf(postId)).toBe(first.ok ? 1 : 0);
  }
});

test("the same decision sent twice has one answer and one row in the ledger", async () => {
  const ada = await makeUser();
  const { id, postId } = await waiting();
  const [first, second] = await Promise.all([approveComment(ada, { id }), approveComment(ada, { id })]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await ledgerOf(id)).toHaveLength(1);
  expect(await countOf(postId)).toBe(1);
});

test("a decision taken back leaves the comment as it was, and both are in the ledger", async () => {
  const ada = await makeUser();
  const { id, postId } = await waiting();
  const approved = await approveComment(ada, { id });
  if (!approved.ok) throw new Error(approved.error);
  expect(await undoDecisions(ada, { events: [approved.event] })).toMatchObject({ ok: true, decided: [{ ok: true, to: "pending" }] });
  expect(await statusOf(id)).toBe("pending");
  expect(await countOf(postId)).toBe(0);
  expect((await ledgerOf(id)).map(({ act, from, to }) => [act, from, to])).toEqual([
    ["comment.approve", "pending", "approved"],
    ["comment.undo", "approved", "pending"],
  ]);
  // Sent once more, it takes back nothing else.
  expect(await undoDecisions(ada, { events: [approved.event] })).toMatchObject({ decided: [{ ok: true, to: "pending" }] });
  expect(await ledgerOf(id)).toHaveLength(2);
});

test("with a first comment its answers leave the page and the count, and come back with it", async () => {
  const ada = await makeUser();
  const { id, postId } = await waiting({ status: "approved" });
  const answer = { postId, parentId: id, rootId: id, depth: 1 };
  await makeComment({ ...answer, status: "approved" });
  const pending = await makeComment(answer);
  const seen = async () => [await countOf(postId), shownIn(await publishedThread(postId))];
  expect(await seen()).toEqual([2, 2]);
  const trashed = await trashComment(ada, { id, from: "approved" });
  expect(await seen()).toEqual([0, 0]);
  expect(await approveComment(ada, { id: pending.id })).toMatchObject({ ok: true });
  expect(await seen()).toEqual([0, 0]);
  await undoDecisions(ada, { events: [trashed.ok && trashed.event] });
  expect(await seen()).toEqual([3, 3]);
});

test("a decision on an answer and one on its first comment at once leave the count as it should be", async () => {
  const [ada, grace] = [await makeUser(), await makeUser()];
  for (let round = 0; round < 10; round++) {
    const { id, postId } = await waiting({ status: "approved" });
    const answer = await makeComment({ postId, parentId: id, rootId: id, depth: 1 });
    await Promise.all([rejectComment(ada, { id, from: "approved" }), approveComment(grace, { id: answer.id })]);
    expect(await countOf(postId)).toBe(0);
    await approveComment(ada, { id, from: "rejected" });
    expect(await countOf(postId)).toBe(2);
  }
});

function shownIn({ comments }: { comments: ThreadComment[] }): number {
  return comments.reduce((sum, { answers }) => sum + 1 + shownIn({ comments: answers }), 0);
}

test("a decision on which somebody else decided since is not taken back", async () => {
  const [ada, grace] = [await makeUser(), await makeUser({ name: "Grace" })];
  const { id } = await waiting();
  const approved = await approveComment(ada, { id });
  await trashComment(grace, { id, from: "approved" });
  expect(await undoDecisions(ada, { events: [approved.ok && approved.event] })).toMatchObject({
    decided: [{ ok: false, error: "alreadyDecided", by: "Grace", now: "trash" }],
  });
  expect(await statusOf(id)).toBe("trash");
});

test("only decisions on comments can be taken back, and only by who may decide", async () => {
  const event = await privateDb.auditEvent.create({
    data: { act: "post.publish", subjectType: "post", subjectId: crypto.randomUUID(), from: "draft" },
  });
  expect(await undoDecisions(await makeUser(), { events: [event.id, crypto.randomUUID()] })).toMatchObject({
    decided: [{ error: "notFound" }, { error: "notFound" }],
  });
  expect(await undoDecisions(await makeUser({ role: "author" }), { events: [event.id] })).toEqual({ ok: false, error: "forbidden" });
  expect(await undoDecisions(await makeUser(), { events: [] })).toMatchObject({ ok: false, error: "invalid" });
});

test("a text that its author changed since is not made public by who did not read it", async () => {
  const ada = await makeUser();
  const { id } = await waiting();
  const seen = textVersion(null);
  expect(await approveComment(ada, { id, seen: "1" })).toEqual({ ok: false, error: "staleVersion" });
  const { editedAt } = await privateDb.comment.update({ where: { id }, data: { body: "Changed.", editedAt: new Date() } });
  expect(await decideOnEach(ada, { ids: [id], shown: { [id]: { seen } }, verdict: "approve" })).toMatchObject({
    decided: [{ ok: false, error: "staleVersion" }],
  });
  expect(await statusOf(id)).toBe("pending");
  // To turn it down needs no second look.
  expect(await rejectComment(ada, { id, seen })).toMatchObject({ ok: true });
  expect(await approveComment(ada, { id, from: "rejected", seen: textVersion(editedAt) })).toMatchObject({ ok: true });
});

test("what was decided before its author changed the text does not come back by Undo", async () => {
  const ada = await makeUser();
  const { id } = await waiting({ status: "approved" });
  const rejected = await rejectComment(ada, { id, from: "approved" });
  await privateDb.comment.update({ where: { id }, data: { body: "Changed.", editedAt: new Date(Date.now() + 1000) } });
  expect(await undoDecisions(ada, { events: [rejected.ok && rejected.event] })).toMatchObject({
    decided: [{ ok: false, error: "staleVersion" }],
  });
  expect(await statusOf(id)).toBe("rejected");
});

test("a bulk action decides on each, and one decided elsewhere holds up no other", async () => {
  const [ada, grace] = [await makeUser(), await makeUser({ name: "Grace" })];
  const all = [await waiting(), await waiting(), await waiting()];
  const ids = all.map(({ id }) => id);
  await rejectComment(grace, { id: ids[1] });
  expect(await decideOnEach(ada, { ids, verdict: "approve" })).toMatchObject({
    ok: true,
    decided: [
      { ok: true, to: "approved" },
      { ok: false, error: "alreadyDecided", by: "Grace" },
      { ok: true, to: "approved" },
    ],
  });
  expect(await Promise.all(ids.map(statusOf))).toEqual(["approved", "rejected", "approved"]);
});

test("of comments of several lists those are left as they are that are what the verdict makes them", async () => {
  const [ada, grace] = [await makeUser(), await makeUser({ name: "Grace" })];
  const [waits, isSpam] = [await waiting(), await waiting()];
  await markCommentAsSpam(grace, { id: isSpam.id });
  const shown = { [waits.id]: { from: "pending" }, [isSpam.id]: { from: "spam" } };
  const ids = Object.keys(shown);
  expect(await decideOnEach(ada, { ids, shown, verdict: "spam" })).toMatchObject({ ok: true, decided: [{ id: waits.id, to: "spam" }] });
  expect(await decideOnEach(ada, { ids, shown: { ...shown, [waits.id]: { from: "spam" } }, verdict: "approve" })).toMatchObject({
    decided: [{ to: "approved" }, { to: "approved" }],
  });
});

test.each([
  [{ ids: [], verdict: "approve" }, "ids"],
  [{ ids: [crypto.randomUUID()], verdict: "" }, "verdict"],
  [{ ids: Array.from({ length: 51 }, () => crypto.randomUUID()), verdict: "spam" }, "ids"],
])("a bulk action needs comments and a verdict, at most a page of them", async (input, field) => {
  const result = await decideOnEach(await makeUser(), input);
  expect(!result.ok && Object.keys(result.fields ?? {})).toEqual([field]);
});

test("fifty decisions at once leave the post's count as it should be", async () => {
  const moderators = await Promise.all([makeUser(), makeUser(), makeUser()]);
  const { id: postId } = await makePost({ status: "published" });
  const ids = await Promise.all(Array.from({ length: 8 }, async () => (await makeComment({ postId })).id));
  const any = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] ?? any(of);
  const verdicts = Object.keys(VERDICTS) as Verdict[];
  const made = await Promise.all(
    Array.from({ length: 50 }, () => decisions[any(verdicts)](any(moderators), { id: any(ids), from: any(STATUSES) })),
  );
  await Promise.all(made.map(async (one) => one.ok && undoDecisions(any(moderators), { events: [one.event] })));
  expect(made.some(({ ok }) => ok)).toBe(true);
  expect(await countOf(postId)).toBe(await privateDb.comment.count({ where: { postId, status: "approved" } }));
});
