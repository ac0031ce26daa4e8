import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { actOnEach } from "@/lib/posts/bulk";
import { listPosts } from "@/lib/posts/list";
import { listChoices } from "@/lib/posts/list-choices";
import { postCounts } from "@/lib/posts/list-counts";
import { POSTS_PER_PAGE } from "@/lib/posts/list-schema";
import { setPostCategory } from "@/lib/posts/set-category";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser({ role: "editor" });
const author = await makeUser({ role: "author" });
const contributor = await makeUser({ role: "contributor" });
const moderator = await makeUser({ role: "moderator" });
const forbidden = { ok: false, error: "forbidden" };
const by = (userId: string) => ({ authors: { create: { userId, position: 0 } } });
const day = (nth: number) => new Date(Date.UTC(2020, 0, nth, 12));

async function titles(query: object, actor = editor) {
  const listed = await listPosts(actor, query);
  if (!listed.ok) throw new Error(listed.error);
  return listed.posts.map(({ title }) => title);
}

afterEach(() => privateDb.setting.deleteMany({ where: { key: "timeZone" } }));

describe.each(["changed", "date", "title"])("sorted by %s", (sort) => {
  test.each([{}, { isTurned: "1" }, { status: "published" }, { status: "published", isTurned: "1" }])(
    "%j, each post stands on one page, in order, also where many are equal",
    async (asked) => {
      const mark = randomUUID();
      const count = POSTS_PER_PAGE * 2 + 3;
      for (let nth = 0; nth < count; nth++) {
        // Some of each are equal: then the id decides.
        const at = day(1 + Math.floor(nth / 7));
        await makePost({ status: "published", title: `${mark} ${Math.floor(nth / 7)}`, updatedAt: at, publishedAt: at });
      }
      const found: { id: string; key: string | number }[] = [];
      let after: string | undefined;
      do {
        const page = await listPosts(editor, { ...asked, sort, q: mark, after });
        if (!page.ok) throw new Error(page.error);
        found.push(...page.posts.map(({ id, title, updatedAt }) => ({ id, key: sort === "title" ? title : updatedAt.getTime() })));
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(found.map(({ id }) => id)).size).toBe(count);
      const isDescending = (sort !== "title") !== "isTurned" in asked;
      const ordered = found.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
      expect(found).toEqual(isDescending ? ordered.reverse() : ordered);
    },
  );
});

test("titles stand as in a dictionary: capitals, accents and quotes make no difference", async () => {
  const mark = randomUUID();
  for (const title of ["Zebra", "„Ähre“", "affe", "Äpfel", "Straßenbahn", "Strassen"]) await makePost({ title: `${title} ${mark}` });
  const found = await titles({ q: mark, sort: "title" });
  expect(found.map((title) => title.replace(` ${mark}`, ""))).toEqual(["affe", "„Ähre“", "Äpfel", "Strassen", "Straßenbahn", "Zebra"]);
});

test("each filter narrows the list, and they may be combined", async () => {
  const mark = randomUUID();
  const category = await privateDb.category.create({ data: { name: mark, slug: `c-${mark}` } });
  const tag = await privateDb.tag.create({ data: { name: mark, slug: `t-${mark}` } });
  await makePost({ title: `${mark} a`, ...by(author.id), categoryId: category.id });
  await makePost({ title: `${mark} b`, lang: "fr", categoryId: category.id, tags: { create: { tagId: tag.id, position: 0 } } });
  await makePost({ title: `${mark} c`, ...by(author.id), tags: { create: { tagId: tag.id, position: 0 } } });
  const found = async (query: object) => (await titles({ q: mark, ...query })).map((title) => title.slice(-1)).sort();
  expect(await found({})).toEqual(["a", "b", "c"]);
  expect(await found({ category: category.id })).toEqual(["a", "b"]);
  expect(await found({ author: author.id })).toEqual(["a", "c"]);
  expect(await found({ tag: tag.id })).toEqual(["b", "c"]);
  expect(await found({ lang: "fr" })).toEqual(["b"]);
  expect(await found({ author: author.id, tag: tag.id })).toEqual(["c"]);
  expect(await found({ category: category.id, lang: "de" })).toEqual([]);
  expect(await found({ author: randomUUID() })).toEqual([]);
});

test("a month begins and ends where the site is, and counts by publication, plan or beginning", async () => {
  await privateDb.setting.create({ data: { key: "timeZone", value: "Europe/Berlin" } });
  const mark = randomUUID();
  const at = (text: string) => new Date(text);
  await makePost({ title: `${mark} before`, status: "published", publishedAt: at("2031-02-28T22:59:59Z") });
  await makePost({ title: `${mark} first`, status: "published", publishedAt: at("2031-02-28T23:00:00Z") });
  await makePost({ title: `${mark} planned`, status: "scheduled", publishedAt: null, scheduledFor: at("2031-03-15T12:00:00Z") });
  // Summer time began meanwhile.
  await makePost({ title: `${mark} last`, createdAt: at("2031-03-31T21:59:59Z") });
  await makePost({ title: `${mark} after`, status: "published", publishedAt: at("2031-03-31T22:00:00Z") });
  expect(await titles({ q: mark, month: "2031-03" })).toEqual([`${mark} last`, `${mark} planned`, `${mark} first`]);
});

test("the trash is a list of its own; what cannot be read counts as not asked", async () => {
  const mark = randomUUID();
  await makePost({ title: `${mark} kept` });
  await makePost({ title: `${mark} thrown`, status: "trash", publishedAt: null, trashedAt: new Date(), trashedFrom: "draft" });
  expect(await titles({ q: mark })).toEqual([`${mark} kept`]);
  expect(await titles({ q: mark, status: "trash" })).toEqual([`${mark} thrown`]);
  const nonsense = { kind: "x", status: "x", author: "x", category: "x", tag: "x", lang: "§", month: "2031-13", sort: "x", isTurned: "x" };
  expect(await titles({ q: mark, ...nonsense })).toEqual([`${mark} kept`]);
  for (const after of ["x", "99999999999999999999_", `${"9".repeat(30)}_${randomUUID()}`, `\0_${randomUUID()}`])
    for (const sort of ["changed", "title"]) expect(await listPosts(editor, { sort, after })).toMatchObject({ ok: true });
  expect(await titles({ q: "%_\\" })).toEqual([]);
});

test("a writer lists and counts the own posts, a moderator none; pages are the desk's", async () => {
  const writer = await makeUser({ role: "author" });
  await makePost({ title: "Mine", ...by(writer.id) });
  await makePost({ title: "Mine, public", status: "published", ...by(writer.id) });
  await makePost({ title: "Another's" });
  expect((await titles({}, writer)).sort()).toEqual(["Mine", "Mine, public"]);
  expect(await titles({ author: editor.id }, writer)).toEqual([]);
  expect(await postCounts(writer, "post")).toMatchObject({ ok: true, counts: { draft: 1, published: 1, trash: 0 } });
  const before = await postCounts(editor, "page");
  await makePost({ kind: "page" });
  const after = await postCounts(editor, "page");
  if (!before.ok || !after.ok) throw new Error("refused");
  expect(after.counts.draft).toBe(before.counts.draft + 1);
  for (const refused of [await listPosts(moderator, {}), await postCounts(moderator, "post"), await postCounts(writer, "page")])
    expect(refused).toEqual(forbidden);
  expect(await listChoices(moderator, "post")).toEqual({ authors: [], categories: [], tags: [], langs: [], months: [] });
});

test("the filters offer what is there: languages and months of posts, from the newest month on", async () => {
  await makePost({ lang: "uk", status: "published", publishedAt: new Date("2001-02-03T12:00:00Z") });
  const { langs, months } = await listChoices(editor, "post");
  expect(langs).toEqual(expect.arrayContaining(["en", "uk"]));
  expect(new Set(langs).size).toBe(langs.length);
  expect(months.at(-1)).toBe("2001-02");
  expect(months).toEqual(months.toSorted().reverse());
});

test("several posts are published at once, and one that has no text holds up no other", async () => {
  const [one, empty, other] = [await makePost(), await makePost({ title: "Empty", bodyText: "" }), await makePost()];
  const ids = [one.id, empty.id, other.id];
  expect(await actOnEach(editor, { ids, act: "publish" })).toEqual({
    ok: true,
    act: "publish",
    done: 2,
    undone: [{ title: "Empty", refusal: { ok: false, error: "invalid", fields: { body: ["required"] } } }],
  });
  expect(await actOnEach(contributor, { ids: [one.id], act: "trash" })).toMatchObject({
    done: 0,
    undone: [{ title: "", refusal: forbidden }],
  });
  expect(await actOnEach(moderator, { ids, act: "trash" })).toEqual(forbidden);
  expect(await actOnEach(editor, { ids, act: "trash" })).toMatchObject({ done: 3 });
  expect(await actOnEach(editor, { ids, act: "restore" })).toMatchObject({ done: 3 });
  const stored = await privateDb.post.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" }, select: { status: true } });
  expect(stored.map(({ status }) => status)).toEqual(["unpublished", "draft", "unpublished"]);
});

test.each([{ ids: [] }, { ids: Array.from({ length: POSTS_PER_PAGE + 1 }, () => randomUUID()) }, { ids: ["x"] }, { act: "burn" }])(
  "%j is nothing to do with several posts",
  async (wrong) => {
    expect(await actOnEach(editor, { ids: [randomUUID()], act: "trash", ...wrong })).toMatchObject({ ok: false, error: "invalid" });
  },
);

test("a category is changed without opening the post: readers see it at once, and waiting changes keep it", async () => {
  const category = await privateDb.category.create({ data: { name: randomUUID(), slug: `c-${randomUUID()}` } });
  const post = await makePost({ status: "published", version: 2, ...by(author.id) });
  const { id } = post;
  const fields = { title: "New", categoryId: null };
  await privateDb.postRevision.create({ data: { postId: id, version: 2, kind: "save", fields, schema: 2 } });
  expect(await heardDuring(() => setPostCategory(author, { id, categoryId: category.id }))).toEqual([`post:${id}`, "list:posts"]);
  expect((await privateDb.post.findUniqueOrThrow({ where: { id } })).categoryId).toBe(category.id);
  expect(await privateDb.postRevision.findFirst({ where: { postId: id } })).toMatchObject({
    fields: { title: "New", categoryId: category.id },
  });
  expect(await heardDuring(() => setPostCategory(editor, { id, categoryId: category.id }))).toEqual([]);
  expect(await setPostCategory(editor, { id, categoryId: randomUUID() })).toMatchObject({ fields: { categoryId: ["invalidChoice"] } });
  expect(await setPostCategory(contributor, { id, categoryId: "" })).toEqual(forbidden);
  expect(await setPostCategory(editor, { id, categoryId: "" })).toEqual({ ok: true });
  const page = await makePost({ kind: "page" });
  expect(await setPostCategory(editor, { id: page.id, categoryId: category.id })).toMatchObject({ ok: false, error: "invalid" });
});
