import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { POSTS_PER_PAGE } from "@/lib/posts/list-pages";
import { archiveMonths, postsOfMonth } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { requestScope } from "@/lib/server/bridge";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const published = (slug: string, at: string) => makePost({ slug, status: "published", publishedAt: new Date(at) });
const slugs = async (month: string, zone = "UTC") => (await postsOfMonth(month, zone, {}))?.posts.map(({ slug }) => slug);

beforeEach(async () => {
  await privateDb.post.deleteMany();
});

test("months are counted by the site's clocks, the newest first; empty ones, pages, drafts and withdrawn posts are left out", async () => {
  await published("last-of-may", "2024-05-31T22:30:00Z");
  await published("june", "2024-06-15T12:00:00Z");
  await published("old", "2022-12-31T23:30:00Z");
  await makePost({ kind: "page", status: "published", publishedAt: new Date("2024-07-01T12:00:00Z") });
  await makePost({ status: "unpublished", publishedAt: new Date("2024-08-01T12:00:00Z") });
  await makePost({ status: "published", publishedAt: new Date(Date.now() + 60_000) });
  expect(await archiveMonths("UTC")).toEqual([
    { month: "2024-06", posts: 1 },
    { month: "2024-05", posts: 1 },
    { month: "2022-12", posts: 1 },
  ]);
  expect(await archiveMonths("Europe/Berlin")).toEqual([
    { month: "2024-06", posts: 2 },
    { month: "2023-01", posts: 1 },
  ]);
  expect([await slugs("2024-06"), await slugs("2024-06", "Europe/Berlin")]).toEqual([["june"], ["june", "last-of-may"]]);
});

test("an empty site has no months", async () => {
  expect(await archiveMonths("UTC")).toEqual([]);
});

test("a month leads through each of its posts once, and back again", async () => {
  await published("before", "2024-05-31T23:59:59.999Z");
  await published("after", "2024-07-01T00:00:00Z");
  for (let n = 0; n < POSTS_PER_PAGE + 2; n++) await published(`n-${n}`, `2024-06-${String(n + 1).padStart(2, "0")}T12:00:00Z`);
  const first = await postsOfMonth("2024-06", "UTC", {});
  const second = await postsOfMonth("2024-06", "UTC", { after: first?.older ?? "" });
  expect(new Set([first, second].flatMap((page) => page?.posts ?? []).map(({ slug }) => slug)).size).toBe(POSTS_PER_PAGE + 2);
  expect([first?.newer, first?.posts[0]?.slug, second?.older, second?.posts.at(-1)?.slug]).toEqual([null, "n-12", null, "n-0"]);
  expect(await postsOfMonth("2024-06", "UTC", { before: second?.newer ?? "" })).toEqual(first);
});

test.each(["", "2024", "2024-13", "2024-00", "2024-6", "0000-01", "9999-12", "2024-06-01", "latest"])("%j is no month", async (month) => {
  expect(await postsOfMonth(month, "Europe/Berlin", {})).toBeNull();
});

test("a month's page hears of a post that appears in it, also in the hours that are another month elsewhere", async () => {
  const editor = await makeUser();
  for (const [zone, at] of [
    ["Europe/Berlin", "2024-05-31T22:30:00Z"],
    ["America/New_York", "2024-07-01T03:00:00Z"],
  ] as const) {
    const shows = new Set<string>();
    await requestScope.run({ sender: { ip: "192.0.2.7", agent: "test" }, shows }, () => postsOfMonth("2024-06", zone, {}));
    const { id } = await makePost({ status: "unpublished", publishedAt: new Date(at) });
    expect((await heardDuring(() => publishPost(editor, { id }))).some((tag) => shows.has(tag))).toBe(true);
    expect(shows).not.toContain(tags.posts());
  }
});
