import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { discussedPosts } from "@/lib/posts/public";
import { rankDiscussed } from "@/lib/posts/rank-discussed";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost } from "@/lib/testing/make";

const DAY_MS = 86_400_000;

async function replied(slug: string, replies: number, given: Partial<Parameters<typeof makeComment>[0]> = {}) {
  const { id: postId } = await makePost({ slug, status: "published" });
  for (let n = 0; n < replies; n++) await makeComment({ status: "approved", ...given, postId });
  return postId;
}
const ranking = async () => (await discussedPosts()).map(({ slug, replies }) => `${slug} ${replies}`);

beforeEach(async () => {
  await privateDb.post.deleteMany();
});

test("posts stand by the replies of the last week that readers see; older, hidden and withdrawn ones count for nothing", async () => {
  await replied("two", 2);
  const three = await replied("three", 3);
  await replied("one", 1);
  await replied("last-week", 5, { createdAt: new Date(Date.now() - 7.1 * DAY_MS) });
  await replied("pending", 5, { status: "pending" });
  await replied("taken-back", 5, { withdrawnAt: new Date(), name: "", body: "" });
  const spam = await makeComment({ postId: three, status: "spam" });
  for (let n = 0; n < 5; n++) await makeComment({ postId: three, status: "approved", parentId: spam.id, rootId: spam.id, depth: 1 });
  await rankDiscussed();
  expect(await ranking()).toEqual(["three 3", "two 2"]);
});

test("five are kept; one that is withdrawn is gone at once, and at the next ranking another stands in its place", async () => {
  for (let n = 2; n < 9; n++) await replied(`n-${n}`, n);
  await rankDiscussed();
  expect(await ranking()).toEqual(["n-8 8", "n-7 7", "n-6 6", "n-5 5", "n-4 4"]);
  await privateDb.post.update({ where: { slug: "n-8" }, data: { status: "unpublished" } });
  expect((await ranking())[0]).toBe("n-7 7");
  await rankDiscussed();
  expect(await ranking()).toEqual(["n-7 7", "n-6 6", "n-5 5", "n-4 4", "n-3 3"]);
});

test("the page hears of another ranking, and of nothing while it stays the same", async () => {
  const postId = await replied("two", 2);
  expect(await heardDuring(() => rankDiscussed())).toEqual([tags.discussed()]);
  expect(await heardDuring(() => rankDiscussed())).toEqual([]);
  await makeComment({ postId, status: "approved" });
  expect(await heardDuring(() => rankDiscussed())).toEqual([tags.discussed()]);
  expect(await heardDuring(() => rankDiscussed(new Date(Date.now() + 8 * DAY_MS)))).toEqual([tags.discussed()]);
  expect(await ranking()).toEqual([]);
});
