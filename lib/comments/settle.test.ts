import { afterEach, expect, test } from "vitest";
import { submitComment } from "@/lib/comments/submit";
import { moveComment, lockComment } from "@/lib/comments/move";
import { emailDigest } from "@/lib/comments/contact";
import { reconsider } from "@/lib/comments/settle";
import { privateDb } from "@/lib/db/private";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

let senders = 0;
const typed = { name: "Ada", email: "ada@example.org", body: "Danke!" };

afterEach(async () => {
  await privateDb.setting.deleteMany();
});

async function store(settings: Record<string, string | number | boolean>): Promise<void> {
  await privateDb.setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) });
}

async function send(postId: string, given: Record<string, string> = {}) {
  const result = await submitComment({ ip: `2001:db8:${senders++}::1`, agent: "" }, { ...typed, postId, ...given });
  if (!result.ok) throw new Error(result.error);
  const comment = await privateDb.comment.findUniqueOrThrow({
    where: { id: result.commentId },
    select: { id: true, status: true, score: true, checks: { select: { rule: true, score: true } } },
  });
  return { ...comment, mayProve: result.mayProve };
}
const openPost = async () => (await makePost({ status: "published" })).id;
const counted = async (id: string) => (await privateDb.post.findUniqueOrThrow({ where: { id } })).approvedComments;
const told = (id: string) =>
  privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { actorId: true, act: true, from: true, to: true, rule: true } });

test("by default even what every check speaks against waits, with what fired on it [C10]", async () => {
  const { status, score, checks } = await send(await openPost(), { topic: "x", took: "10", email: "a@mailinator.com" });
  expect(status).toBe("pending");
  expect(checks.map(({ rule }) => rule).sort()).toEqual(["disposableAddress", "honeypot", "tooFast"]);
  expect(score).toBe(11);
});

test("a word of the site's own list puts a reply to spam at once, and the ledger says by which rule", async () => {
  await store({ spamWords: "casino" });
  const { id, status } = await send(await openPost(), { body: "саsino!" });
  expect(status).toBe("spam");
  expect(await told(id)).toEqual([{ actorId: null, act: "comment.spam", from: "pending", to: "spam", rule: "spamWords" }]);
});

test("where the site publishes, a reply is public at once, counted, its pages made anew, and the ledger says by which rule", async () => {
  await store({ moderation: "publish" });
  const postId = await openPost();
  let id = "";
  expect(await heardDuring(async () => void ({ id } = await send(postId)))).toContain(`thread:${postId}`);
  expect(await counted(postId)).toBe(1);
  expect(await told(id)).toEqual([{ actorId: null, act: "comment.approve", from: "pending", to: "approved", rule: "publish" }]);
});

test("what is doubtful or named by a hold word waits there too", async () => {
  await store({ moderation: "publish", holdWords: "casino" });
  const postId = await openPost();
  expect(await send(postId, { topic: "x" })).toMatchObject({ status: "pending", mayProve: true });
  expect(await send(postId, { body: "A casino?" })).toMatchObject({ status: "pending" });
  expect(await counted(postId)).toBe(0);
});

test("many at once under one post are all published and all counted, answers too", async () => {
  await store({ moderation: "publish" });
  const postId = await openPost();
  const { id: parentId } = await makeComment({ postId, status: "approved" });
  const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => send(postId, { body: `reply ${n}`, ...(n % 2 && { parentId }) })));
  expect(sent.every(({ status }) => status === "approved")).toBe(true);
  expect(await counted(postId)).toBe(21);
});

async function makeRegular(email: string): Promise<void> {
  const { id: commentId } = await makeComment({ postId: await openPost(), status: "approved" });
  await privateDb.commentContact.create({ data: { commentId, emailSealed: Buffer.of(1), emailHash: emailDigest(email) } });
}
const prove = (commentId: string) => privateDb.commentContact.update({ where: { commentId }, data: { provenAt: new Date() } });
const proveAddress = (email: string) => privateDb.provenAddress.create({ data: { emailHash: emailDigest(email) } });
async function reconsidered(id: string): Promise<string> {
  await privateDb.$transaction((tx) => reconsider(tx, id));
  return (await privateDb.comment.findUniqueOrThrow({ where: { id } })).status;
}

test("where the site trusts, a regular's name and address publish nothing: only the link mailed for this very reply does", async () => {
  await store({ moderation: "trusted" });
  const email = "regular@example.org";
  await makeRegular(email);
  await proveAddress(email);
  const { id, status } = await send(await openPost(), { email });
  expect(status).toBe("pending");
  expect(await reconsidered(id), "not proven").toBe("pending");
  await prove(id);
  expect(await reconsidered(id)).toBe("approved");
  expect(await told(id)).toMatchObject([{ rule: "trusted" }]);
});

test("an address that is proven but had nothing approved is not trusted, nor one that was never proven", async () => {
  await store({ moderation: "trusted" });
  await proveAddress("new@example.org");
  await makeRegular("old@example.org");
  for (const email of ["new@example.org", "old@example.org"]) {
    const { id } = await send(await openPost(), { email, body: email });
    await prove(id);
    expect(await reconsidered(id)).toBe("pending");
  }
});

test("what a person decided on is never decided again by a rule", async () => {
  const postId = await openPost();
  const [{ id }, moderator] = [await send(postId), await makeUser({ role: "moderator" })];
  await privateDb.$transaction(async (tx) => {
    const comment = await lockComment(tx, id);
    if (comment) await moveComment(tx, { actorId: moderator.id }, comment, "trash", "comment.trash");
  });
  await privateDb.comment.update({ where: { id }, data: { status: "pending" } });
  await store({ moderation: "publish" });
  expect(await reconsidered(id)).toBe("pending");
});
