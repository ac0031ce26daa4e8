import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { relatedPosts } from "@/lib/posts/public";
import { relateMissing, relatePost } from "@/lib/posts/relate";
import { requestScope } from "@/lib/server/bridge";
import { heardDuring } from "@/lib/testing/heard";
import { makePost } from "@/lib/testing/make";

const at = (minutes: number) => new Date(Date.UTC(2024, 5, 1, 12, minutes));

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.category.deleteMany();
  await privateDb.tag.deleteMany();
});

test("each proposal tells why: category, shared tags, words in common, among the newest", async () => {
  const { id: categoryId } = await privateDb.category.create({ data: { name: "Harbour", slug: "harbour" } });
  const { id: tagId } = await privateDb.tag.create({ data: { name: "Ships", slug: "ships" } });
  const tagged = { create: { tagId, position: 0 } };
  const near = await published({ title: "A river ferry with batteries", categoryId, tags: tagged, publishedAt: at(1) });
  const category = await published({ title: "Elsewhere", standfirst: "", categoryId, publishedAt: at(2) });
  const newest = await published({ title: "Unrelated", standfirst: "", publishedAt: at(9) });
  const id = await published({ title: "The river ferry gets a battery", categoryId, tags: tagged });
  await relatePost({ postId: id });
  expect(await proposalsOf(id)).toEqual([
    { relatedId: near, reasons: ["category", "tags", "text", "recent"] },
    { relatedId: category, reasons: ["category", "recent"] },
    { relatedId: newest, reasons: ["recent"] },
  ]);
});

test("an old post that shares a tag is found behind the 300 newest, without being called recent", async () => {
  const { id: tagId } = await privateDb.tag.create({ data: { name: "Ships", slug: "ships" } });
  const tagged = { create: { tagId, position: 0 } };
  const old = await published({ title: "Old", standfirst: "", tags: tagged, publishedAt: new Date(0) });
  const id = await published({ title: "New", standfirst: "", tags: tagged });
  const row = { lang: "en", title: "x", body: {}, status: "published" as const };
  await privateDb.post.createMany({ data: Array.from({ length: 305 }, (_, n) => ({ ...row, slug: `n-${n}`, publishedAt: at(n) })) });
  await relatePost({ postId: id });
  expect((await proposalsOf(id))[0]).toEqual({ relatedId: old, reasons: ["tags"] });
});

test("a new post is offered to those close to it, whose pages hear of it; those that do not change hear nothing", async () => {
  const older = await published({ title: "The river ferry" });
  await relatePost({ postId: older });
  const newer = await published({ title: "A ferry on the river" });
  const heard = await heardDuring(() => relatePost({ postId: newer }));
  expect(heard.sort()).toEqual([tags.related(older), tags.related(newer)].sort());
  expect(await proposalsOf(older)).toMatchObject([{ relatedId: newer }]);
  expect(await heardDuring(() => relatePost({ postId: newer }))).toEqual([]);
});

test("a withdrawn post is proposed no more, and proposes nothing", async () => {
  const [gone, left] = [await published({ title: "The river ferry" }), await published({ title: "A ferry on the river" })];
  await relatePost({ postId: left });
  await privateDb.post.update({ where: { id: gone }, data: { status: "unpublished" } });
  await relatePost({ postId: gone });
  expect([await proposalsOf(left), await proposalsOf(gone)]).toEqual([[], []]);
});

test("what was excluded is never proposed again, nor shown though its own editor chose both sides", async () => {
  const [excluded, id] = [
    await published({ slug: "excluded", title: "The river ferry" }),
    await published({ title: "A ferry on the river" }),
  ];
  await privateDb.relatedPost.create({ data: { postId: excluded, relatedId: id, position: 0, isMutual: true } });
  expect(slugs(await relatedPosts(id))).toEqual(["excluded"]);
  await privateDb.relatedExclusion.create({ data: { postId: id, relatedId: excluded } });
  await relatePost({ postId: id });
  expect([await proposalsOf(id), await relatedPosts(id)]).toEqual([[], []]);
  expect(await proposalsOf(excluded)).toMatchObject([{ relatedId: id }]);
});

test("readers see the chosen, then what chose this post from both sides, then proposals; and depend on no list", async () => {
  const chosen = await published({ slug: "chosen" });
  const id = await published({ title: "A ferry on the river", related: { create: { relatedId: chosen, position: 0 } } });
  const other = { relatedId: id, position: 0 };
  await published({ slug: "mutual", related: { create: { ...other, isMutual: true } } });
  await published({ slug: "one-sided", related: { create: other }, publishedAt: at(1) });
  await published({ slug: "proposed", title: "The river ferry" });
  await relatePost({ postId: id });
  const shown = new Set<string>();
  const posts = await requestScope.run({ sender: { ip: "192.0.2.7", agent: "test" }, shows: shown }, () => relatedPosts(id));
  expect(slugs(posts)).toEqual(["chosen", "mutual", "proposed"]);
  expect(shown).toContain(tags.related(id));
  expect(shown).not.toContain(tags.posts());
});

test("a static page and a draft propose nothing; a site's older posts are made up for", async () => {
  const page = await published({ kind: "page" });
  const [a, b] = [await published({}), await published({})];
  const { id: draft } = await makePost();
  await relateMissing();
  expect([await proposalsOf(page), await proposalsOf(draft)]).toEqual([[], []]);
  expect([await proposalsOf(a), await proposalsOf(b)]).toMatchObject([[{ relatedId: b }], [{ relatedId: a }]]);
});

async function published(given: Parameters<typeof makePost>[0]): Promise<string> {
  return (await makePost({ status: "published", ...given })).id;
}

function proposalsOf(postId: string) {
  return privateDb.relatedProposal.findMany({
    where: { postId },
    select: { relatedId: true, reasons: true },
    orderBy: { position: "asc" },
  });
}

function slugs(posts: { slug: string }[]): string[] {
  return posts.map(({ slug }) => slug);
}
