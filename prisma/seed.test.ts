import { expect, test } from "vitest";
import { publishedThread } from "@/lib/comments/public";
import { privateDb } from "@/lib/db/private";
import { publishedPages, publishedPost, publishedPosts, relatedPosts } from "@/lib/posts/public";
import { siteFrame } from "@/lib/settings/public";
import { seedDemo } from "@/prisma/seed";

/** The pictures are encoded in many sizes, which takes a busy machine a while. */
const SLOW = 90_000;

test(
  "an empty site becomes a newsroom, led by the story that was asked for, and a second start leaves it alone",
  async () => {
    expect(await seedDemo()).toBe(true);
    const [lead] = (await publishedPosts())?.posts ?? [];
    expect(lead).toMatchObject({
      title: expect.stringMatching(/Putin .* Nordkorea/),
      leadMedia: { alt: expect.stringMatching(/Zeichnung/) },
    });
    const post = await publishedPost(lead?.slug ?? "");
    expect(post?.bodyHtml.match(/<h2/g)).toHaveLength(3);
    expect((await relatedPosts(post?.id ?? "")).length).toBeGreaterThanOrEqual(3);
    const authorIds = post?.authors.map(({ id }) => id) ?? [];
    const { comments } = await publishedThread(
      post?.id ?? "",
      {},
      { threadDepth: 5, threadOrder: "oldest", commentsPerPage: 50, authorIds },
    );
    const [byAuthor] = comments[0]?.answers[0]?.answers[0]?.answers ?? [];
    expect([byAuthor?.mark, byAuthor?.answers[1]?.answersTo?.name, comments[1]?.answers[0]?.mark]).toEqual(["author", "Jürgen", "staff"]);
    expect((await publishedPages()).map(({ slug }) => slug)).toEqual(["impressum", "datenschutz"]);
    expect((await siteFrame()).header.map(({ label }) => label)).toEqual(["Kultur", "Stadt", "Welt"]);
    expect(await seedDemo()).toBe(false);
    const approvals = await privateDb.auditEvent.findMany({ where: { act: "comment.approve" }, select: { actorId: true, rule: true } });
    expect(approvals).toContainEqual({ actorId: null, rule: "firstStart" });
    expect(
      approvals.filter(({ actorId }) => actorId),
      "the desk decided on none",
    ).toEqual([]);
    const all = await privateDb.post.findMany({ where: { kind: "post" }, select: { lang: true, category: true, authors: true } });
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(new Set(all.map(({ category }) => category?.name)).size).toBe(3);
    expect(new Set(all.map(({ lang }) => lang))).toEqual(new Set(["de", "en"]));
  },
  SLOW,
);

test("a seed that was killed goes on where it stopped, and doubles nothing", async () => {
  const posts = await privateDb.post.count();
  await privateDb.setting.create({ data: { key: "demo.underway", value: true } });
  const comments = await privateDb.comment.count();
  expect(await seedDemo()).toBe(true);
  expect([await privateDb.post.count(), await privateDb.comment.count()]).toEqual([posts, comments]);
});

test("a site with a post of its own is left alone", async () => {
  expect(await privateDb.setting.count({ where: { key: "demo.underway" } })).toBe(0);
  expect(await seedDemo()).toBe(false);
});
