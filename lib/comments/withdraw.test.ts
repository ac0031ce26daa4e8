import { expect, test } from "vitest";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { editComment } from "@/lib/comments/edit";
import { eraseAddress } from "@/lib/comments/mail/erase-address";
import { addressKey } from "@/lib/comments/mail/key";
import { approveComment, decisions, trashComment } from "@/lib/comments/moderate";
import { publishedThread } from "@/lib/comments/public";
import { receiptKey } from "@/lib/comments/receipt";
import { submitComment } from "@/lib/comments/submit";
import { undoDecisions } from "@/lib/comments/undo";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const sender = { ip: "192.0.2.9", agent: "test" };
const gone = { name: "", body: "", website: null, avatar: null, userId: null, reason: null };
const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id } });
const countOf = async (id: string) => (await privateDb.post.findUniqueOrThrow({ where: { id } })).approvedComments;

async function sent(email = `${newId()}@example.org`) {
  const { id: postId } = await makePost({ status: "published" });
  const input = { postId, name: "Ada", email, website: "https://example.org", body: `Text ${newId()}` };
  const result = await submitComment({ ...sender, ip: `2001:db8:${newId().slice(9, 13)}::1` }, input);
  if (!result.ok) throw new Error(result.error);
  return { id: result.commentId, key: result.receipt, postId, input };
}

test("of a reply that is taken back nothing of its author is left", async () => {
  const { id, key, postId } = await sent();
  await privateDb.subscription.create({ data: { commentId: id, kind: "answered" } });
  await privateDb.commentCheck.createMany({ data: [{ commentId: id, position: 99, rule: "links", score: 1 }], skipDuplicates: true });
  expect(await withdrawComment(key)).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ ...gone, status: "trash", withdrawnAt: expect.any(Date) as Date });
  const where = { where: { commentId: id } };
  const left = await Promise.all([
    privateDb.commentContact.count(where),
    privateDb.subscription.count(where),
    privateDb.commentCheck.count(where),
    privateDb.submission.count(where),
  ]);
  expect(left).toEqual([0, 0, 0, 0]);
  expect(await countOf(postId)).toBe(0);
  expect(await withdrawComment(key), "once more").toEqual({ ok: true });
});

test("the same text may be sent again after it was taken back, as a new reply", async () => {
  const { id, key, input } = await sent();
  await withdrawComment(key);
  const again = await submitComment({ ...sender, ip: "192.0.2.10" }, input);
  expect(again).toMatchObject({ ok: true, isNew: true });
  expect(again.ok && again.commentId).not.toBe(id);
});

test("a public reply that nobody answered leaves the page and the count", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  await withdrawComment(receiptKey(id));
  expect(await stored(id)).toMatchObject({ status: "trash" });
  expect(await countOf(postId)).toBe(0);
  expect((await publishedThread(postId)).comments).toEqual([]);
});

test("a public reply with public answers leaves an empty place, which is not counted", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  const answer = await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved", name: "Linus" });
  await withdrawComment(receiptKey(id));
  expect(await stored(id)).toMatchObject({ ...gone, status: "approved" });
  expect(await countOf(postId)).toBe(1);
  const [top] = (await publishedThread(postId)).comments;
  expect(top).toMatchObject({ isWithdrawn: true, name: "", answers: [{ id: answer.id, name: "Linus" }] });
  // The answer goes: the place stays out of the count.
  await trashComment(await makeUser(), { id: answer.id, from: "approved" });
  expect(await countOf(postId)).toBe(0);
});

test("what its author edits and then takes back leaves the others' answers on the page; what a moderator took off stays off", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved", name: "Linus" });
  expect(await editComment(receiptKey(id), { body: "Something else.", seen: "approved." })).toEqual({ ok: true });
  expect([await countOf(postId), (await publishedThread(postId)).comments]).toEqual([0, []]);
  await withdrawComment(receiptKey(id));
  expect(await countOf(postId)).toBe(1);
  expect((await publishedThread(postId)).comments).toMatchObject([{ isWithdrawn: true, answers: [{ name: "Linus" }] }]);

  const other = await makeComment({ postId, status: "approved" });
  await makeComment({ postId, parentId: other.id, rootId: other.id, depth: 1, status: "approved" });
  await trashComment(await makeUser(), { id: other.id, from: "approved" });
  await withdrawComment(receiptKey(other.id));
  expect([await countOf(postId), (await stored(other.id)).status]).toEqual([1, "trash"]);
});

test("an answer within a thread keeps its place only for answers of its own", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id: rootId } = await makeComment({ postId, status: "approved" });
  const [held, plain] = [
    await makeComment({ postId, parentId: rootId, rootId, depth: 1, status: "approved" }),
    await makeComment({ postId, parentId: rootId, rootId, depth: 1, status: "approved" }),
  ];
  await makeComment({ postId, parentId: held.id, rootId, depth: 2, status: "approved" });
  for (const { id } of [held, plain]) await withdrawComment(receiptKey(id));
  expect([(await stored(held.id)).status, (await stored(plain.id)).status]).toEqual(["approved", "trash"]);
  expect(await countOf(postId)).toBe(2);
  // With the first comment all of them leave, and come back.
  const [ada] = [await makeUser()];
  const trashed = await trashComment(ada, { id: rootId, from: "approved" });
  expect(await countOf(postId)).toBe(0);
  await undoDecisions(ada, { events: [trashed.ok && trashed.event] });
  expect(await countOf(postId)).toBe(2);
});

test("nobody answers an empty place", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved" });
  await withdrawComment(receiptKey(id));
  const answer = { postId, parentId: id, name: "Ada", email: "ada@example.org", body: "Hello?" };
  expect(await submitComment({ ...sender, ip: "192.0.2.11" }, answer)).toEqual({ ok: false, error: "parentNotFound" });
});

test("moderators decide nothing about what was taken back, and undo no decision on it", async () => {
  const ada = await makeUser();
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId });
  const approved = await approveComment(ada, { id });
  await withdrawComment(receiptKey(id));
  for (const decide of Object.values(decisions))
    expect(await decide(ada, { id, from: "trash" })).toEqual({ ok: false, error: "withdrawn" });
  expect(await undoDecisions(ada, { events: [approved.ok && approved.event] })).toEqual({
    ok: true,
    decided: [{ ok: false, error: "withdrawn" }],
  });
  expect(await countOf(postId)).toBe(0);
});

test("a decision and a withdrawal at once leave the count as it should be, and no text", async () => {
  const ada = await makeUser();
  for (let round = 0; round < 10; round++) {
    const { id, key, postId } = await sent();
    await Promise.all([withdrawComment(key), approveComment(ada, { id })]);
    expect(await stored(id)).toMatchObject({ ...gone, status: "trash" });
    expect(await countOf(postId)).toBe(0);
  }
});

test("an answer sent while its parent is taken back is refused, or hangs under its empty place", async () => {
  for (let round = 0; round < 5; round++) {
    const { id: postId } = await makePost({ status: "published" });
    const { id } = await makeComment({ postId, status: "approved" });
    const answer = { postId, parentId: id, name: "Ada", email: "ada@example.org", body: `At once ${newId()}` };
    const [taken] = await Promise.all([
      submitComment({ ...sender, ip: `2001:db8:${newId().slice(9, 13)}::2` }, answer),
      withdrawComment(receiptKey(id)),
    ]);
    expect(taken.ok || taken.error === "parentNotFound").toBe(true);
  }
});

test("a key that is not ours takes nothing back", async () => {
  expect(await withdrawComment(receiptKey(newId()))).toEqual({ ok: false, error: "notFound" });
  expect(await withdrawComment("x")).toEqual({ ok: false, error: "notFound" });
});

test("everything under an address is erased by its mailed link alone, until that ends", async () => {
  const email = `${newId()}@example.org`;
  const [one, two, other] = [await sent(email), await sent(email.toUpperCase()), await sent()];
  const { id: postId } = await makePost({ status: "published" });
  await makeComment({ postId, contact: { create: sealContact(email, sender) } });
  await privateDb.provenAddress.create({ data: { emailHash: emailDigest(email) } });
  const now = new Date();
  const key = addressKey(emailDigest(email), now);
  expect(await eraseAddress(key, new Date(now.getTime() + 7 * 86_400_000))).toEqual({ ok: false, error: "linkExpired" });
  expect(await eraseAddress(one.key, now)).toEqual({ ok: false, error: "linkExpired" });
  expect(await eraseAddress(key, now)).toEqual({ ok: true, count: 3 });
  for (const { id } of [one, two]) expect(await stored(id)).toMatchObject(gone);
  expect((await stored(other.id)).body).not.toBe("");
  expect(await privateDb.provenAddress.count({ where: { emailHash: emailDigest(email) } })).toBe(0);
  expect(await eraseAddress(key, now), "once more").toEqual({ ok: true, count: 0 });
});

test("that an address was proven is forgotten with the last reply under it", async () => {
  const email = `${newId()}@example.org`;
  const [one, two] = [await sent(email), await sent(email.toUpperCase())];
  const where = { emailHash: emailDigest(email) };
  await privateDb.provenAddress.create({ data: where });
  await withdrawComment(one.key);
  expect(await privateDb.provenAddress.count({ where })).toBe(1);
  await withdrawComment(two.key);
  expect(await privateDb.provenAddress.count({ where })).toBe(0);
});
