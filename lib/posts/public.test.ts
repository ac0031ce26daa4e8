import { beforeEach, describe, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { POSTS_PER_PAGE } from "@/lib/posts/list-pages";
import { movedTo, publishedPages, publishedPost, publishedPosts, relatedPosts } from "@/lib/posts/public";
import { requestScope } from "@/lib/server/bridge";
import { makePost, makeUser } from "@/lib/testing/make";

/** What a read returns, and the tags of what it shows. */
async function shows<T>(read: () => Promise<T>): Promise<{ value: T; shown: string[] }> {
  const noted = new Set<string>();
  const value = await requestScope.run({ sender: { ip: "192.0.2.7", agent: "test" }, shows: noted }, read);
  return { value, shown: [...noted] };
}

const at = (minutes: number) => new Date(Date.UTC(2024, 5, 1, 12, minutes));
const makeCategory = (slug: string) => privateDb.category.create({ data: { name: slug, slug } });
const slugs = (posts: { slug: string }[]) => posts.map(({ slug }) => slug);

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.category.deleteMany();
});

describe("the front page", () => {
  test("shows the newest post first, and neither drafts, nor withdrawn posts, nor static pages", async () => {
    await makePost({ slug: "older", status: "published", publishedAt: at(1) });
    await makePost({ slug: "newer", status: "published", publishedAt: at(2) });
    await makePost({ slug: "draft" });
    await makePost({ slug: "withdrawn", status: "unpublished" });
    await makePost({ slug: "imprint", status: "published", kind: "page" });
    expect(slugs((await publishedPosts())?.posts ?? [])).toEqual(["newer", "older"]);
  });

  test("a post dated in the future is not there", async () => {
    await makePost({ status: "published", publishedAt: new Date(Date.now() + 60_000) });
    expect(await publishedPosts()).toEqual({ posts: [], newer: null, older: null });
  });

  test("leads through every post once, also through those of the same millisecond, and back again", async () => {
    for (let n = 0; n < 2 * POSTS_PER_PAGE + 3; n++) {
      await makePost({ slug: `post-${n}`, status: "published", publishedAt: at(Math.floor(n / 4)) });
    }
    const first = await publishedPosts();
    const second = await publishedPosts({ after: first?.older ?? "" });
    const third = await publishedPosts({ after: second?.older ?? "" });
    const all = [first, second, third].flatMap((page) => page?.posts ?? []);
    expect(new Set(slugs(all)).size).toBe(2 * POSTS_PER_PAGE + 3);
    expect([first?.newer, third?.older]).toEqual([null, null]);
    const back = await publishedPosts({ before: third?.newer ?? "" });
    expect(back?.posts).toEqual(second?.posts);
    expect(await publishedPosts({ before: back?.newer ?? "" })).toEqual(first);
  });

  test.each([
    "",
    "yesterday",
    "zz-1",
    "-zzzzzzzzz-0190163d-8694-739b-aea5-966c26f8ad91",
    "9999999999-0190163d-8694-739b-aea5-966c26f8ad91",
  ])("there is no page at the cursor %j", async (cursor) => {
    expect([await publishedPosts({ after: cursor }), await publishedPosts({ before: cursor })]).toEqual([null, null]);
  });

  test("depends on the list, on each post and on its category", async () => {
    const category = await makeCategory("town");
    const { id } = await makePost({ status: "published", categoryId: category.id });
    const { shown } = await shows(() => publishedPosts());
    expect(shown.sort()).toEqual([tags.category(category.id), tags.posts(), tags.post(id)].sort());
  });
});

describe("a post's page", () => {
  test("has its category, its authors in order and its picture", async () => {
    const [ada, ben] = [await makeUser({ name: "Ada" }), await makeUser({ name: "Ben" })];
    const category = await makeCategory("town");
    const picture = { alt: "A ferry", width: 1600, height: 900, widths: [480, 1600] };
    const media = await privateDb.media.create({ data: { ...picture, bytes: 1, uploadedById: ada.id } });
    const authors = [ben, ada].map(({ id }, position) => ({ userId: id, position }));
    const { id } = await makePost({
      slug: "ferry",
      status: "published",
      categoryId: category.id,
      leadMediaId: media.id,
      authors: { create: authors },
    });
    const { value, shown } = await shows(() => publishedPost("ferry"));
    expect(value).toMatchObject({ category: { name: "town" }, authors: [{ name: "Ben" }, { name: "Ada" }], leadMedia: picture });
    expect(shown.sort()).toEqual([tags.post(id), tags.category(category.id), tags.user(ada.id), tags.user(ben.id)].sort());
  });

  test.each(["draft", "unpublished"] as const)("is not there for a %s, and is missing until something stands there", async (status) => {
    await makePost({ slug: "hidden", status });
    expect(await shows(() => publishedPost("hidden"))).toEqual({ value: null, shown: [tags.missing("hidden")] });
  });

  test.each(["Ferry", "ferry/", "fähre", "a\0b", ""])("does not stand at %j: one spelling only", async (spelling) => {
    await makePost({ slug: "ferry", status: "published" });
    expect(await publishedPost(spelling)).toBeNull();
  });

  test("an old address leads to the post; one of a draft leads nowhere", async () => {
    const { id } = await makePost({ slug: "new-address", status: "published", redirects: { create: { slug: "old-address" } } });
    await makePost({ redirects: { create: { slug: "of-a-draft" } } });
    const { value, shown } = await shows(() => movedTo("old-address"));
    expect(value).toBe("new-address");
    expect(shown.sort()).toEqual([tags.missing("old-address"), tags.post(id)].sort());
    expect(await movedTo("of-a-draft")).toBeNull();
  });
});

describe("Related Posts", () => {
  test("are the editor's choice in the editor's order, without looking further when it is enough", async () => {
    const [a, b, c] = [await published({ slug: "a" }), await published({ slug: "b" }), await published({ slug: "c" })];
    const postId = await published({ related: choice(c, a, b) });
    const { value, shown } = await shows(() => relatedPosts(postId));
    expect(slugs(value)).toEqual(["c", "a", "b"]);
    expect(shown.sort()).toEqual([...[a, b, c].map(tags.post), tags.related(postId)].sort());
  });

  test("are filled up to three by shared words and category, of the same language, never with the post itself", async () => {
    const { id: categoryId } = await makeCategory("harbour");
    const chosen = await published({ slug: "chosen", title: "Nothing in common" });
    await published({ slug: "same-words", title: "A ferry for the river gets new batteries", publishedAt: at(1) });
    await published({ slug: "same-category", title: "Elsewhere", categoryId, publishedAt: at(2) });
    await published({ slug: "newest", title: "Unrelated", publishedAt: at(9) });
    await published({ slug: "foreign", lang: "de", title: "A ferry on the river with a battery", categoryId });
    const postId = await published({ slug: "ferry", title: "The river ferry gets a battery", categoryId, related: choice(chosen) });
    const { value, shown } = await shows(() => relatedPosts(postId));
    expect(slugs(value)).toEqual(["chosen", "same-words", "same-category"]);
    expect(shown).toContain(tags.posts());
  });

  test("never show a draft: a chosen one gives way, and its publication is noticed", async () => {
    const { id: draft } = await makePost({ slug: "draft", lang: "en" });
    const postId = await published({ related: choice(draft) });
    await published({ slug: "public" });
    const { value, shown } = await shows(() => relatedPosts(postId));
    expect(slugs(value)).toEqual(["public"]);
    expect(shown).toEqual(expect.arrayContaining([tags.post(draft), tags.posts()]));
  });
});

test("the footer lists the static pages, first published first, and no post", async () => {
  await makePost({ slug: "privacy", kind: "page", status: "published", publishedAt: at(2) });
  await makePost({ slug: "imprint", kind: "page", status: "published", publishedAt: at(1) });
  await makePost({ slug: "unfinished", kind: "page" });
  await makePost({ status: "published" });
  const { value, shown } = await shows(() => publishedPages());
  expect(slugs(value)).toEqual(["imprint", "privacy"]);
  expect(shown).toContain(tags.pages());
});

async function published(given: Parameters<typeof makePost>[0]): Promise<string> {
  return (await makePost({ status: "published", ...given })).id;
}

function choice(...ids: string[]) {
  return { create: ids.map((relatedId, position) => ({ relatedId, position })) };
}
