import { beforeEach, expect, test } from "vitest";
import { approveComment } from "@/lib/comments/moderate";
import { ownRuns } from "@/lib/comments/runs/newsroom";
import { cancelRun, startRun, undoRun } from "@/lib/comments/runs/start";
import { workOnRun } from "@/lib/comments/runs/work";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

let post: { id: string };
let ada: Awaited<ReturnType<typeof makeUser>>;
beforeEach(async () => {
  await privateDb.comment.deleteMany();
  [post, ada] = [await makePost({ status: "published" }), await makeUser({ role: "moderator" })];
});

async function many(count: number, given: { body?: string; status?: CommentStatus } = {}): Promise<void> {
  const { status = "pending", body = "One of many" } = given;
  const decidedAt = status === "pending" ? null : new Date();
  await privateDb.comment.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      postId: post.id,
      name: "Grace",
      body,
      status,
      decidedAt,
      createdAt: new Date(Date.now() - 60_000 - n),
    })),
  });
}

const inState = (status: CommentStatus) => privateDb.comment.count({ where: { postId: post.id, status } });

/** What the job does until it does not hand over any more. */
async function workOn(runId: string): Promise<void> {
  for (;;) {
    await workOnRun({ runId });
    if ((await privateDb.bulkRun.findUniqueOrThrow({ where: { id: runId } })).endedAt) return;
  }
}

async function started(input: object): Promise<string> {
  const run = await startRun(ada, input);
  if (!run.ok) throw new Error(run.error);
  return run.id;
}

test("everything that a list holds is decided on, over all its pages, each with its row in the ledger; and taken back", async () => {
  await many(55);
  await many(3, { body: "Another", status: "approved" });
  const id = await started({ verdict: "spam", query: { status: "pending" } });
  await workOn(id);
  expect([await inState("spam"), await inState("pending"), await inState("approved")]).toEqual([55, 0, 3]);
  expect(await privateDb.auditEvent.count({ where: { actorId: ada.id, act: "comment.spam" } })).toBe(55);
  expect(await ownRuns(ada)).toEqual([{ id, verdict: "spam", state: "ended", done: 55, skipped: 0, total: 55, mayBeUndone: true }]);
  const undo = await undoRun(ada, { id });
  if (!undo.ok) throw new Error(undo.error);
  await workOn(undo.id);
  expect([await inState("spam"), await inState("pending")]).toEqual([0, 55]);
  expect((await ownRuns(ada)).map(({ verdict, done, mayBeUndone }) => ({ verdict, done, mayBeUndone }))).toEqual([
    { verdict: "undo", done: 55, mayBeUndone: false },
    { verdict: "spam", done: 55, mayBeUndone: false },
  ]);
  expect(await undoRun(ada, { id })).toEqual(undo);
});

test("only what the filters let through is decided on, and of all of it nothing that is that already", async () => {
  await many(51, { body: "Buy cheap" });
  await many(5, { body: "A good thought" });
  await many(2, { body: "Buy cheap", status: "trash" });
  await workOn(await started({ verdict: "spam", query: { status: "all", q: "cheap" } }));
  expect([await inState("spam"), await inState("pending"), await inState("trash")]).toEqual([51, 5, 2]);
});

test("what was sent, changed or decided since it was asked for is left alone", async () => {
  await many(2);
  const decided = await makeComment({ postId: post.id, createdAt: new Date(Date.now() - 90_000) });
  const edited = await makeComment({ postId: post.id, createdAt: new Date(Date.now() - 90_000) });
  const id = await started({ verdict: "approve", query: { status: "pending" } });
  await makeComment({ postId: post.id, createdAt: new Date(Date.now() + 1_000) });
  await approveComment(await makeUser({ role: "editor" }), { id: decided.id });
  await privateDb.comment.update({ where: { id: edited.id }, data: { editedAt: new Date(Date.now() + 1_000), body: "Another text" } });
  await workOn(id);
  expect([await inState("approved"), await inState("pending")]).toEqual([3, 2]);
  expect(await ownRuns(ada)).toMatchObject([{ done: 2, skipped: 2 }]);
});

test("a run that was cancelled goes not a comment further, and what it decided can be taken back", async () => {
  await many(10);
  const id = await started({ verdict: "trash", query: {} });
  expect(await undoRun(ada, { id })).toEqual({ ok: false, error: "wrongStatus" });
  expect(await cancelRun(ada, { id })).toEqual({ ok: true });
  await workOnRun({ runId: id });
  expect(await inState("trash")).toBe(0);
  expect(await ownRuns(ada)).toMatchObject([{ state: "cancelled", done: 0, mayBeUndone: false }]);
});

test("the same job twice at once decides on each comment once", async () => {
  await many(55);
  const id = await started({ verdict: "reject", query: { status: "pending" } });
  await Promise.all([workOnRun({ runId: id }), workOnRun({ runId: id })]);
  await workOn(id);
  expect(await inState("rejected")).toBe(55);
  expect(await privateDb.auditEvent.count({ where: { actorId: ada.id } })).toBe(55);
  expect(await privateDb.bulkRunEvent.count({ where: { runId: id } })).toBe(55);
});

test("it ends when its moderator may not moderate any more", async () => {
  await many(3);
  const id = await started({ verdict: "spam", query: {} });
  await privateDb.user.update({ where: { id: ada.id }, data: { role: "author" } });
  await workOnRun({ runId: id });
  expect([await inState("spam"), await privateDb.bulkRun.findUniqueOrThrow({ where: { id } })]).toMatchObject([0, { isCancelled: true }]);
});

test("an author starts, stops and undoes none; what cannot be carried out is refused", async () => {
  const author = await makeUser({ role: "author" });
  for (const act of [startRun, cancelRun, undoRun]) expect(await act(author, {})).toEqual({ ok: false, error: "forbidden" });
  expect(await ownRuns(author)).toEqual([]);
  const invalid = { ok: false, error: "invalid" };
  expect(await startRun(ada, { verdict: "spam", query: { status: "spam" } })).toMatchObject(invalid);
  expect(await startRun(ada, { verdict: "bless", query: {} })).toMatchObject(invalid);
  // The list itself shows nothing while this cannot be read.
  expect(await startRun(ada, { verdict: "spam", query: { ip: "somewhere" } })).toMatchObject(invalid);
  for (const input of [{ id: crypto.randomUUID() }, { id: "1" }, null])
    expect(await undoRun(ada, input)).toMatchObject({ error: "notFound" });
});
