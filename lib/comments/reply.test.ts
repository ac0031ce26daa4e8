import { expect, test } from "vitest";
import { replyToComment } from "@/lib/comments/reply";
import { publishedThread } from "@/lib/comments/public";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function said(status: "pending" | "approved" = "pending", post: { status?: "published" | "draft"; commentsOpen?: boolean } = {}) {
  const { id: postId } = await makePost({ status: "published", ...post });
  const { id } = await makeComment({ postId, status });
  return { id, postId };
}

const countOf = async (id: string) =>
  (await privateDb.post.findUniqueOrThrow({ where: { id }, select: { approvedComments: true } })).approvedComments;
const publicIn = (postId: string) => publicDb.comment.count({ where: { postId } });
const answersTo = (parentId: string) =>
  privateDb.comment.findMany({
    where: { parentId },
    select: { id: true, name: true, body: true, userId: true, status: true, depth: true, rootId: true },
  });
const must = <T extends { ok: boolean }>(result: T) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
};

test("an answer to what waits approves it, is public under the colleague's name, and is marked as the newsroom's", async () => {
  const mo = await makeUser({ role: "moderator", name: "Mo" });
  const { id, postId } = await said();
  must(await replyToComment(mo, { id, from: "pending", body: "  Thank you,\r\nwe look into it. " }));
  expect(await answersTo(id)).toMatchObject([
    { name: "Mo", body: "Thank you,\nwe look into it.", userId: mo.id, status: "approved", depth: 1, rootId: id },
  ]);
  expect(await countOf(postId)).toBe(2);
  const thread = await publishedThread(postId);
  expect(thread.comments[0]?.answers).toMatchObject([{ name: "Mo", mark: "staff" }]);
});

test("the ledger names both decisions, and an undo takes back both: the answer lies in the trash", async () => {
  const mo = await makeUser({ role: "moderator" });
  const { id, postId } = await said();
  const { reply, approved } = must(await replyToComment(mo, { id, from: "pending", body: "Yes." }));
  const acts = await privateDb.auditEvent.findMany({
    where: { subjectId: { in: [id, reply.id] } },
    orderBy: { id: "asc" },
    select: { act: true, subjectId: true, from: true, to: true },
  });
  expect(acts).toEqual([
    { act: "comment.approve", subjectId: id, from: "pending", to: "approved" },
    { act: "comment.reply", subjectId: reply.id, from: "trash", to: "approved" },
  ]);
  must(await undoDecisions(mo, { events: [reply.event, approved?.event] }));
  expect([await publicIn(postId), await countOf(postId)]).toEqual([0, 0]);
  expect(await answersTo(id)).toMatchObject([{ status: "trash" }]);
});

test("pressed twice, it is stored once", async () => {
  const mo = await makeUser({ role: "moderator" });
  const { id, postId } = await said();
  const send = () => replyToComment(mo, { id, from: "pending", body: "Yes." });
  const both = (await Promise.all([send(), send()])).map(must);
  expect(both[0]?.reply.event).toBe(both[1]?.reply.event);
  expect(await countOf(postId)).toBe(2);
});

test("an answer stands also where readers cannot answer any more, and may answer an answer", async () => {
  const mo = await makeUser({ role: "editor" });
  const { id } = await said("approved", { commentsOpen: false });
  const { reply } = must(await replyToComment(mo, { id, from: "approved", body: "One." }));
  must(await replyToComment(await makeUser({ role: "administrator" }), { id: reply.id, from: "approved", body: "Two." }));
  expect(await answersTo(reply.id)).toMatchObject([{ depth: 2, rootId: id, body: "Two." }]);
});

test("who asked to hear of answers is told", async () => {
  const mo = await makeUser({ role: "moderator" });
  const { id } = await said("approved");
  await privateDb.subscription.create({ data: { commentId: id, kind: "answered", confirmedAt: new Date() } });
  const { reply } = must(await replyToComment(mo, { id, from: "approved", body: "Yes." }));
  const jobs = await privateDb.$queryRaw<unknown[]>`
    select 1 from pgboss.job where name = 'mail.answered' and data->>'commentId' = ${reply.id}`;
  expect(jobs).toHaveLength(1);
});

test.each([
  ["an empty text", { body: " \n " }, { error: "invalid", fields: { body: ["required"] } }],
  ["a text that is too long", { body: "x".repeat(10_001) }, { error: "invalid", fields: { body: ["tooLong"] } }],
  ["another text than was read", { seen: "1" }, { error: "staleVersion" }],
  ["what is in no list that can be answered", { from: "spam" }, { error: "invalid" }],
  ["what is not there", { id: "01890000-0000-7000-8000-000000000000" }, { error: "notFound" }],
])("%s is refused, and nothing is approved", async (_, given, refusal) => {
  const { id, postId } = await said();
  const input = { id, from: "pending", body: "Yes.", ...given };
  expect(await replyToComment(await makeUser({ role: "moderator" }), input)).toMatchObject({ ok: false, ...refusal });
  expect([await publicIn(postId), await countOf(postId)]).toEqual([0, 0]);
});

test("who does not decide on replies answers none here", async () => {
  const { id } = await said();
  const answers = await Promise.all(
    (["author", "contributor"] as const).map(async (role) =>
      replyToComment(await makeUser({ role }), { id, from: "pending", body: "Yes." }),
    ),
  );
  expect(answers).toMatchObject([{ error: "forbidden" }, { error: "forbidden" }]);
});

test("nothing is answered that readers do not see: a thread that is off the page, an article that is not public", async () => {
  const mo = await makeUser({ role: "moderator" });
  const { id: rootId, postId } = await said("pending");
  const { id } = await makeComment({ postId, parentId: rootId, rootId, depth: 1 });
  expect(await replyToComment(mo, { id, from: "pending", body: "Yes." })).toMatchObject({ ok: false, error: "parentNotFound" });
  expect(await privateDb.comment.count({ where: { id, status: "pending" } }), "nor approved by it").toBe(1);
  const draft = await said("pending", { status: "draft" });
  expect(await replyToComment(mo, { id: draft.id, from: "pending", body: "Yes." })).toMatchObject({ ok: false, error: "postNotFound" });
});

test("who comes second is told who decided", async () => {
  const ada = await makeUser({ role: "moderator", name: "Ada" });
  const { id } = await said();
  must(await replyToComment(ada, { id, from: "pending", body: "Mine." }));
  const late = await replyToComment(await makeUser({ role: "moderator" }), { id, from: "pending", body: "Mine, too." });
  expect(late).toMatchObject({ ok: false, error: "alreadyDecided", by: "Ada" });
  expect(await answersTo(id)).toHaveLength(1);
});
