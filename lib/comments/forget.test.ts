import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { forgetSenders, forgetSubmissions } from "@/lib/comments/forget";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost } from "@/lib/testing/make";

const now = new Date("2026-03-15T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const sender = { ip: "192.0.2.7", agent: "test" };

async function makeContact(createdAt: Date): Promise<string> {
  const { id: postId } = await makePost({ status: "published" });
  const { id: commentId } = await makeComment({ postId });
  await privateDb.commentContact.create({ data: { commentId, createdAt, ...sealContact("ada@example.org", sender) } });
  return commentId;
}

test("after seven days nobody knows from where a comment came, and its address is still sealed there", async () => {
  const commentId = await makeContact(daysAgo(7.01));
  expect(await forgetSenders(now)).toBe(1);
  const contact = await privateDb.commentContact.findUniqueOrThrow({ where: { commentId } });
  expect(contact).toMatchObject({ ipPrefix: null, userAgent: null });
  expect(contact.emailSealed.length).toBeGreaterThan(0);
  expect(await forgetSenders(now), "safe to run twice").toBe(0);
});

test("before that it is kept", async () => {
  const commentId = await makeContact(daysAgo(6.99));
  await forgetSenders(now);
  expect(await privateDb.commentContact.findUniqueOrThrow({ where: { commentId } })).toMatchObject({ userAgent: "test" });
});

test("a submission is remembered for thirty days and then no more", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id: commentId } = await makeComment({ postId });
  const kept = { fingerprint: Buffer.from("kept"), key: "", commentId, createdAt: daysAgo(29.99) };
  await privateDb.submission.createMany({ data: [kept, { ...kept, fingerprint: Buffer.from("gone"), createdAt: daysAgo(30.01) }] });
  expect(await forgetSubmissions(now)).toBe(1);
  expect(await privateDb.submission.findMany({ select: { createdAt: true } })).toEqual([{ createdAt: kept.createdAt }]);
});
