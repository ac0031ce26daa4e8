import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { addUpDays } from "@/lib/posts/add-up-days";
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

test("months stay right through every way in which a post appears, moves and goes, before the days are added up and after", async () => {
  const months = async () => (await archiveMonths("UTC")).map(({ month, posts }) => `${month} ${posts}`).join();
  const both = async () => {
    const before = await months();
    await addUpDays();
    expect(await months()).toBe(before);
    return before;
  };
  const { id } = await published("a", "2024-05-10T12:00:00Z");
  await published("b", "2024-05-10T13:00:00Z");
  await makePost({ slug: "c", publishedAt: new Date("2024-05-11T12:00:00Z") });
  expect(await both()).toBe("2024-05 2");
  await privateDb.post.updateMany({ where: { slug: { in: ["b", "c"] } }, data: { status: "published", title: "Changed" } });
  expect(await both()).toBe("2024-05 3");
  await privateDb.post.update({ where: { id }, data: { publishedAt: new Date("2024-06-10T12:00:00Z") } });
  expect(await both()).toBe("2024-06 1,2024-05 2");
  await privateDb.post.update({ where: { id }, data: { status: "unpublished", publishedAt: new Date("2024-07-10T12:00:00Z") } });
  expect(await both()).toBe("2024-05 2");
  await privateDb.post.update({ where: { id }, data: { status: "published" } });
  await privateDb.post.deleteMany({ where: { slug: "b" } });
  expect(await both()).toBe("2024-07 1,2024-05 1");
  await addUpDays();
  const kept = await privateDb.publishedDay.findMany({ where: { posts: { not: 0 } }, select: { posts: true } });
  expect(kept).toEqual([{ posts: 1 }, { posts: 1 }]);
});

test.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"])(
  "the posts of today are counted, and of days that lie in two months of %s",
  async (zone) => {
    const instants = [
      "2024-05-31T03:59:59.999Z",
      "2024-05-31T10:00:00Z",
      "2024-05-31T18:30:00Z",
      "2024-06-01T03:59:59.999Z",
      "2024-06-01T04:00:00Z",
      "2024-05-31T22:00:00Z",
    ];
    for (const [n, at] of instants.entries()) await published(`n-${n}`, at);
    const now = new Date();
    await published("now", now.toISOString());
    await makePost({ kind: "page", status: "published", publishedAt: new Date("2024-05-31T01:00:00Z") });
    const monthIn = (at: Date) => new Intl.DateTimeFormat("sv", { timeZone: zone, year: "numeric", month: "2-digit" }).format(at);
    const expected = new Map<string, number>();
    for (const at of [now, ...instants.map((each) => new Date(each))]) expected.set(monthIn(at), (expected.get(monthIn(at)) ?? 0) + 1);
    const found = (await archiveMonths(zone)).map(({ month, posts }) => [month, posts] as const);
    expect(found).toEqual([...expected].sort(([a], [b]) => (a < b ? 1 : -1)));
  },
);

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
