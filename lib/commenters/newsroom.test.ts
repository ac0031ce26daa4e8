import { expect, test } from "vitest";
import { commenterPage } from "@/lib/commenters/newsroom";
import { sealContact } from "@/lib/comments/contact";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

test("a commenter's page counts each state by itself, however many others there are", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const contact = () => ({ create: sealContact("prolific@example.org", { ip: "192.0.2.7", agent: "test" }) });
  const { id: key } = await makeComment({ postId, status: "rejected", contact: contact() });
  await makeComment({ postId, status: "spam", contact: contact() });
  const many = Array.from({ length: 1_001 }, () => ({
    id: crypto.randomUUID(),
    postId,
    name: "Ada",
    body: "Hi",
    status: "approved" as const,
    decidedAt: new Date(),
  }));
  await privateDb.comment.createMany({ data: many });
  await privateDb.commentContact.createMany({ data: many.map(({ id }) => ({ commentId: id, ...contact().create })) });
  const found = await commenterPage(await makeUser({ role: "moderator" }), key);
  expect(found.ok && found.commenter.counts).toEqual([
    { status: "approved", count: 1_000 },
    { status: "spam", count: 1 },
    { status: "rejected", count: 1 },
  ]);
});
