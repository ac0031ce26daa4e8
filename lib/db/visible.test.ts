import { expect, test } from "vitest";
import { publicDb } from "@/lib/db/public";
import { makeComment, makePost } from "@/lib/testing/make";

test("the public client sees published posts and their approved comments only", async () => {
  const { id: postId } = await makePost({ status: "published" });
  await makePost({ status: "draft" });
  await makeComment({ postId, status: "approved" });
  await makeComment({ postId });
  expect(await publicDb.post.findMany({ select: { id: true } })).toEqual([{ id: postId }]);
  expect(await publicDb.comment.count()).toBe(1);
});

test("an address is refused by PostgreSQL", async () => {
  await expect(publicDb.user.findMany({ select: { email: true } })).rejects.toThrow();
  await expect(publicDb.commentContact.findMany()).rejects.toThrow();
});
