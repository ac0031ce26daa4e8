import { expect, test } from "vitest";
import { visibleComments } from "@/lib/comments/thread/open";
import { makeComment, makePost } from "@/lib/testing/make";

test("readers see what is public, not what waits, was taken back, or answers in a thread that is gone", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const root = await makeComment({ postId, status: "approved" });
  const gone = await makeComment({ postId, status: "spam" });
  const answer = await makeComment({ postId, parentId: root.id, rootId: root.id, depth: 1, status: "approved" });
  const hidden = await Promise.all([
    makeComment({ postId, status: "pending" }),
    makeComment({ postId, status: "approved", withdrawnAt: new Date(), name: "", body: "" }),
    makeComment({ postId, parentId: gone.id, rootId: gone.id, depth: 1, status: "approved" }),
  ]);
  const all = [root, gone, answer, ...hidden].map(({ id }) => id);
  expect(await visibleComments(all)).toEqual(new Set([root.id, answer.id]));
  expect(await visibleComments([])).toEqual(new Set());
});
