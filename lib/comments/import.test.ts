import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { importComments, type ForeignComment } from "@/lib/comments/import";
import { unapproveComment } from "@/lib/comments/moderate";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const answerTo = (parent: number, index: number): ForeignComment => ({
  number: parent * 1000 + index,
  answers: parent,
  isApproved: true,
  name: "Grace",
  email: "grace@example.org",
  website: "",
  body: `Answer ${index}.`,
  at: new Date(Date.UTC(2012, 0, 1, 0, index)),
  userId: null,
});

test("answers that come while their first comment goes off the page are not counted among what readers see", async () => {
  const moderator = await makeUser({ role: "moderator" });
  for (let round = 1; round <= 8; round++) {
    const { id: postId } = await makePost({ status: "published" });
    const { id } = await makeComment({ postId, status: "approved", wordpressId: round });
    const answers = Array.from({ length: 30 }, (_, index) => answerTo(round, index + 1));
    const [came, moved] = await Promise.all([
      privateDb.$transaction((tx) => importComments(tx, { actorId: null, rule: "import" }, { postId, nameless: "Anonymous" }, answers)),
      wait(round).then(() => unapproveComment(moderator, { id, from: "approved" })),
    ]);
    expect([came, moved.ok]).toEqual([30, true]);
    expect(await privateDb.post.findUniqueOrThrow({ where: { id: postId }, select: { approvedComments: true } })).toEqual({
      approvedComments: 0,
    });
  }
});
