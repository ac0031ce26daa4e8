import { expect, test } from "vitest";
import { closeThread, openThread } from "@/lib/comments/close-thread";
import { rejectComment } from "@/lib/comments/moderate";
import { pinComment, unpinComment } from "@/lib/comments/pin";
import { publishedThread } from "@/lib/comments/public";
import { submitComment } from "@/lib/comments/submit";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

/** A post with public first comments, the oldest first, and an answer to the first one. */
async function conversation(size: number) {
  const { id: postId } = await makePost({ status: "published" });
  const ids: string[] = [];
  for (let at = 0; at < size; at++)
    ids.push((await makeComment({ postId, status: "approved", createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)) })).id);
  const [rootId = ""] = ids;
  const answer = await makeComment({ postId, status: "approved", parentId: rootId, rootId, depth: 1 });
  return { postId, ids, answer: answer.id };
}

const shownOf = async (postId: string) => (await publishedThread(postId)).comments.map(({ id }) => id);
const actsOf = async (subjectId: string) =>
  (await privateDb.auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { act: true } })).map(({ act }) => act);

test("a pinned comment stands first and once, until it is unpinned; both can be undone", async () => {
  const ada = await makeUser({ role: "moderator" });
  const { postId, ids } = await conversation(3);
  const [first = "", second = "", last = ""] = ids;
  const heard = await heardDuring(() => pinComment(ada, { id: last }));
  expect(heard).toEqual(expect.arrayContaining([`thread:${postId}`, "list:replies"]));
  expect(await shownOf(postId)).toEqual([last, first, second]);
  expect((await publishedThread(postId)).comments[0]).toMatchObject({ isPinned: true });
  expect(await pinComment(ada, { id: last })).toMatchObject({ error: "duplicate" });
  const unpinned = await unpinComment(ada, { id: last });
  expect(await shownOf(postId)).toEqual([first, second, last]);
  await undoDecisions(ada, { events: [unpinned.ok ? unpinned.event : ""] });
  expect(await shownOf(postId)).toEqual([last, first, second]);
  expect(await actsOf(last)).toEqual(["comment.pin", "comment.unpin", "comment.pin"]);
});

test("an answer, what is not public, and a fourth one are not pinned; what is turned down makes room", async () => {
  const ada = await makeUser();
  const { ids, postId, answer } = await conversation(4);
  const waits = await makeComment({ postId });
  for (const id of [answer, waits.id]) expect(await pinComment(ada, { id })).toMatchObject({ error: "wrongStatus" });
  const pinned = await Promise.all(ids.map((id) => pinComment(ada, { id })));
  expect(pinned.filter(({ ok }) => ok)).toHaveLength(3);
  expect(pinned.find(({ ok }) => !ok)).toMatchObject({ error: "full" });
  const left = ids[pinned.findIndex(({ ok }) => !ok)] ?? "";
  await rejectComment(ada, { id: ids.find((id) => id !== left), from: "approved" });
  expect(await pinComment(ada, { id: left })).toMatchObject({ ok: true });
  expect(await shownOf(postId)).toHaveLength(3);
});

test("a closed thread takes no answers of readers, to any of its comments, and offers none; opened it does again", async () => {
  const ada = await makeUser({ role: "moderator" });
  const { postId, ids, answer } = await conversation(2);
  const [first = "", other = ""] = ids;
  const send = (parentId: string) =>
    submitComment({ ip: "192.0.2.7", agent: "t" }, { postId, parentId, name: "Ada", email: `${newId()}@example.org`, body: "And I?" });
  const closed = await closeThread(ada, { id: answer });
  expect(closed).toMatchObject({ ok: true, id: first });
  for (const id of [first, answer]) expect(await send(id)).toMatchObject({ error: "threadClosed" });
  expect(await send(other)).toMatchObject({ ok: true });
  const page = await publishedThread(postId, { replyto: answer });
  expect(page.replyTo).toBeNull();
  expect(page.comments).toMatchObject([{ closed: "first", answers: [{ closed: "below" }] }, { closed: null }]);
  await undoDecisions(ada, { events: [closed.ok ? closed.event : ""] });
  expect(await send(answer)).toMatchObject({ ok: true });
  expect(await openThread(ada, { id: first })).toMatchObject({ error: "duplicate" });
  expect(await actsOf(first)).toEqual(["comment.closeThread", "comment.openThread"]);
});

test("who does not decide pins and closes nothing", async () => {
  const author = await makeUser({ role: "author" });
  const { ids } = await conversation(1);
  for (const act of [pinComment, unpinComment, closeThread, openThread])
    expect(await act(author, { id: ids[0] })).toMatchObject({ error: "forbidden" });
});
