import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { besidePosts } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { withdrawPost } from "@/lib/posts/withdraw";
import { requestScope } from "@/lib/server/bridge";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const at = (minutes: number) => new Date(Date.UTC(2024, 5, 1, 12, minutes));
const published = (slug: string, publishedAt: Date) => makePost({ slug, status: "published", publishedAt });

/** The slugs beside a post, and the tags of what its page shows of them. */
async function beside({ id, publishedAt }: { id: string; publishedAt: Date | null }) {
  const shows = new Set<string>();
  const read = () => besidePosts({ id, publishedAt: publishedAt ?? new Date() });
  const { older, newer } = await requestScope.run({ sender: { ip: "192.0.2.7", agent: "test" }, shows }, read);
  return { slugs: [older?.slug, newer?.slug], shows };
}

beforeEach(async () => {
  await privateDb.post.deleteMany();
});

test("a post knows the one before and the one after it, also of the same moment; drafts, withdrawn posts and pages are none", async () => {
  const posts = [await published("a", at(1)), await published("b", at(2)), await published("c", at(2)), await published("d", at(4))];
  await makePost({ slug: "imprint", kind: "page", status: "published", publishedAt: at(3) });
  await makePost({ slug: "withdrawn", status: "unpublished", publishedAt: at(3) });
  await makePost({ slug: "draft" });
  const seen = [];
  for (const post of posts) seen.push((await beside(post)).slugs);
  expect(seen).toEqual([
    [undefined, "b"],
    ["a", "c"],
    ["b", "d"],
    ["c", undefined],
  ]);
});

test("a page hears of its neighbours' titles, and of who appears or goes beside it; pages further away hear nothing", async () => {
  const editor = await makeUser();
  const [far, older, newer] = [await published("far", at(1)), await published("older", at(2)), await published("newer", at(4))];
  const farther = await published("farther", at(9));
  const { shows } = await beside(older);
  expect(shows).toContain(tags.post(far.id));
  expect(shows).toContain(tags.post(newer.id));
  const draft = await makePost({ publishedAt: at(3), slug: "between", status: "unpublished" });
  const appeared = await heardDuring(() => publishPost(editor, { id: draft.id }));
  expect(appeared.some((tag) => shows.has(tag))).toBe(true);
  expect((await beside(older)).slugs).toEqual(["far", "between"]);
  const gone = await heardDuring(() => withdrawPost(editor, { id: draft.id }));
  expect(gone).toEqual(expect.arrayContaining([tags.beside(older.id), tags.beside(newer.id)]));
  for (const post of [far, farther]) expect([...appeared, ...gone]).not.toContain(tags.beside(post.id));
});

test("of two posts that appear side by side at once, the second reaches the page of the first, though it did not see it", async () => {
  const [older, newer] = [await published("older", at(1)), await published("newer", at(9))];
  const first = await published("first", at(4));
  const { shows } = await beside(first);
  // What the second marks that saw only the two around both.
  expect([tags.beside(older.id), tags.beside(newer.id)].every((tag) => shows.has(tag))).toBe(true);
});

test("the last of all hears of a post that appears behind it, also when both appear at once", async () => {
  const editor = await makeUser();
  const { id } = await makePost();
  const last = await published("last", at(1));
  const { shows } = await beside(last);
  expect((await heardDuring(() => publishPost(editor, { id }))).some((tag) => shows.has(tag))).toBe(true);
  expect(shows).toContain(tags.beside("nobody"));
});
