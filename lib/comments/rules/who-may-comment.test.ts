import { afterEach, expect, test } from "vitest";
import { readDeskPlace, writeDeskPlace } from "@/lib/comments/desk/query";
import { eraseComment } from "@/lib/comments/erase";
import { askTrusted } from "@/lib/comments/mail/ask-trusted";
import { confirmComment } from "@/lib/comments/mail/confirm";
import { confirmKey } from "@/lib/comments/mail/key";
import { moderationQueue } from "@/lib/comments/newsroom";
import { ownReply } from "@/lib/comments/own";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makePost, makeUser } from "@/lib/testing/make";

let senders = 0;
const openPost = async () => (await makePost({ status: "published" })).id;
const store = (settings: Record<string, string>) =>
  privateDb.setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) });
const send = (postId: string, actor?: Awaited<ReturnType<typeof makeUser>>) =>
  submitComment(
    { ip: `2001:db8:77:${senders++}::1`, agent: "" },
    { name: "Ada", email: `${newId()}@example.org`, body: "Danke!", postId },
    actor,
  );
async function taken(...args: Parameters<typeof send>) {
  const result = await send(...args);
  if (!result.ok) throw new Error(result.error);
  return result;
}
const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id }, select: { status: true, awaitsProof: true } });
const jobs = async (name: string, id: string) =>
  (await privateDb.$queryRaw<unknown[]>`select from pgboss.job where name = ${name} and data->>'commentId' = ${id}`).length;

afterEach(async () => {
  await privateDb.setting.deleteMany();
});

// First: that mail is sent once in five minutes, whatever comes in.
test("no rule publishes what is still to be proven; the opened link does where the site publishes", async () => {
  await store({ commenters: "proven", moderation: "publish" });
  const { commentId } = await taken(await openPost());
  expect(await stored(commentId)).toEqual({ status: "pending", awaitsProof: true });
  await confirmComment(confirmKey(commentId));
  expect(await stored(commentId)).toEqual({ status: "approved", awaitsProof: false });
  expect(await jobs("mail.commentReceived", commentId), "nothing waits for a moderator").toBe(0);
});

test("where addresses are proven, a reply stands last and nobody hears of it until its link was opened", async () => {
  await store({ commenters: "proven" });
  const postId = await openPost();
  const { commentId, receipt, made } = await taken(postId);
  expect(made).toMatchObject({ fate: "awaiting", awaitsProof: true });
  expect(await jobs("mail.commentReceived", commentId)).toBe(0);
  await askTrusted({ commentId });
  expect(await jobs("mail.confirm", commentId)).toBe(1);
  await privateDb.setting.deleteMany();
  const { commentId: later } = await taken(postId);
  const slug = (await privateDb.post.findUniqueOrThrow({ where: { id: postId } })).slug;
  const queue = await moderationQueue(await makeUser({ role: "moderator" }), { status: "pending", article: `/${slug}` });
  expect(queue.ok && queue.comments.map(({ id, awaitsProof }) => [id, awaitsProof])).toEqual([
    [later, false],
    [commentId, true],
  ]);
  expect(await ownReply(receipt)).toMatchObject({ awaitsProof: true });
  expect((await confirmComment(confirmKey(commentId))).ok).toBe(true);
  expect(await stored(commentId)).toEqual({ status: "pending", awaitsProof: false });
  expect(await jobs("mail.commentReceived", commentId)).toBe(1);
  expect(await ownReply(receipt)).toMatchObject({ awaitsProof: false, fate: "awaiting" });
});

test("what was taken back before its link was opened waits for no proof, and is among no list of those that do", async () => {
  await store({ commenters: "proven" });
  const { commentId } = await taken(await openPost());
  await privateDb.$transaction((tx) => eraseComment(tx, commentId));
  expect(await stored(commentId)).toEqual({ status: "trash", awaitsProof: false });
});

test("a colleague who is signed in has nothing to prove", async () => {
  await store({ commenters: "proven", moderation: "publish" });
  const { commentId } = await taken(await openPost(), await makeUser({ role: "author" }));
  expect(await stored(commentId)).toEqual({ status: "approved", awaitsProof: false });
});

test("where only the newsroom may comment, others are told so and nothing of theirs is stored", async () => {
  await store({ commenters: "staff" });
  const postId = await openPost();
  expect(await send(postId)).toEqual({ ok: false, error: "staffOnly" });
  expect(await privateDb.comment.count({ where: { postId } })).toBe(0);
  expect((await send(postId, await makeUser({ role: "contributor" }))).ok).toBe(true);
});

test("those that are still to be proven can be asked for, and an address names a place among them", async () => {
  await store({ commenters: "proven" });
  const postId = await openPost();
  const ids = [(await taken(postId)).commentId, (await taken(postId)).commentId];
  const slug = (await privateDb.post.findUniqueOrThrow({ where: { id: postId } })).slug;
  const moderator = await makeUser({ role: "moderator" });
  const asked = { status: "pending", article: `/${slug}`, standing: "unproven" };
  const first = await moderationQueue(moderator, asked);
  expect(first.ok && first.comments.map(({ id }) => id)).toEqual(ids);
  const place = { urgency: 99_995, key: 1_796_000_000_000, id: newId() };
  expect(readDeskPlace(writeDeskPlace(place))).toEqual(place);
});
