import { beforeEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { learnWords } from "@/lib/search/learn-words";
import { searchPosts, suggestPosts, type Found } from "@/lib/search/public";
import { searchQuery } from "@/lib/search/schema";
import { requestScope } from "@/lib/server/bridge";
import { makePost, makeUser } from "@/lib/testing/make";

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.searchUnlearned.deleteMany();
  await privateDb.searchWord.deleteMany();
});

const at = (day: number) => new Date(Date.UTC(2025, 0, day));
const published = (given: Parameters<typeof makePost>[0]) =>
  makePost({ status: "published", title: "A title", standfirst: "", bodyText: "A text.", publishedAt: at(1), ...given });
const search = async (q: string, given: object = {}) => {
  const found = await searchPosts(searchQuery.parse({ q, ...given }));
  if (typeof found === "string") throw new Error(found);
  return found;
};
const slugs = ({ results }: Found) => results.map(({ slug }) => slug);
const text = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join("");
const marked = (pieces: { text: string; isMarked: boolean }[]) => pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text);

test("a title counts more than a standfirst, that more than the text's beginning, that more than its rest; all else equal, the newer", async () => {
  const far = "Nothing here. ".repeat(80);
  await published({ slug: "rest", bodyText: `${far}A ferry.` });
  await published({ slug: "beginning", bodyText: "A ferry." });
  await published({ slug: "standfirst", standfirst: "A ferry." });
  await published({ slug: "title", title: "The ferry" });
  await published({ slug: "newer-title", title: "The ferry", publishedAt: at(20) });
  await published({ slug: "other" });
  const found = await search("ferries");
  expect(slugs(found)).toEqual(["newer-title", "title", "standfirst", "beginning", "rest"]);
  expect(found).toMatchObject({ count: 5, isMore: false, previous: null, next: null, corrected: null });
  expect(slugs(await search("ferry", { sort: "newest" }))[0]).toBe("newer-title");
});

test.each(["Müller", "Mueller", "muller", "MÜLLERS"])("%s finds each spelling of the name", async (q) => {
  for (const name of ["Müller", "Mueller", "Muller"])
    await published({ slug: name.toLowerCase().replace("ü", "u-e"), lang: "de", title: `Herr ${name}` });
  expect((await search(q)).count).toBe(3);
});

test.each(["Müller", "Mueller", "muller"])("%s finds and marks each spelling of the name in other languages, too", async (q) => {
  for (const [lang, title] of [
    ["en", "Mr Müller"],
    ["fr", "M. Mueller"],
  ] as const)
    await published({ slug: lang, lang, title });
  const { results } = await search(q);
  const expected = q === "muller" ? ["en"] : ["en", "fr"];
  expect(results.map(({ slug }) => slug).sort()).toEqual(expected);
  expect(results.flatMap(({ title }) => marked(title)).sort()).toEqual(
    expected.map((lang) => (lang === "en" ? "Müller" : "Mueller")).sort(),
  );
});

test("each language is stemmed its own way, and marked as it is written", async () => {
  await published({ slug: "de", lang: "de", title: "Neue Brücken", bodyText: "Über die Häuser am Fluß." });
  await published({ slug: "en", title: "Two bridges", bodyText: "They were building houses." });
  await published({ slug: "uk", lang: "uk", title: "Нові мости", bodyText: "Будинки над річкою." });
  const bridge = await search("Brücke");
  expect([slugs(bridge), bridge.results.map(({ title }) => marked(title))]).toEqual([["de"], [["Brücken"]]]);
  const house = await search("Haus OR built OR house");
  expect(slugs(house).sort()).toEqual(["de", "en"]);
  expect(house.results.flatMap(({ excerpt }) => marked(excerpt)).sort()).toEqual(["Häuser", "houses"]);
  expect(slugs(await search("МОСТИ"))).toEqual(["uk"]);
});

test.each(["Œuvre", "œuvre", "𝐎euvre", "oeuvre", "\u0301oeuvre"])("%s is marked, with whatever letter it begins", async (written) => {
  await published({ title: `An ${written} of art` });
  const [result] = (await search("oeuvre")).results;
  expect(marked(result?.title ?? [])).toEqual([written]);
});

test("drafts and what was withdrawn are never found, nor what will be published; nor words that a post no longer has", async () => {
  const word = "zanzibar";
  for (const status of ["draft", "in_review", "scheduled", "unpublished", "archived", "trash"] as const) {
    const trashed = status === "trash" && ({ trashedAt: at(2), trashedFrom: "unpublished" } as const);
    await makePost({ title: word, status, publishedAt: at(1), ...(status === "scheduled" && { scheduledFor: at(400) }), ...trashed });
  }
  await published({ title: word, publishedAt: new Date(Date.now() + 60_000) });
  const post = await published({ slug: "public", title: word });
  expect([slugs(await search(word)), (await suggestPosts(word)).length]).toEqual([["public"], 1]);
  await privateDb.post.update({ where: { id: post.id }, data: { title: "Something else" } });
  expect((await search(word)).count).toBe(0);
  await privateDb.post.update({ where: { id: post.id }, data: { title: word, status: "unpublished" } });
  expect([(await search(word)).count, await suggestPosts(word)]).toEqual([0, []]);
});

test("all words must be there; phrases, exclusions and choices mean what they say, in every language", async () => {
  await published({ slug: "a", title: "The red ferry", bodyText: "taxes" });
  await published({ slug: "b", title: "A ferry painted red" });
  await published({ slug: "c", lang: "de", title: "Red Hafen ferry" });
  expect(slugs(await search("red ferry")).sort()).toEqual(["a", "b", "c"]);
  expect(slugs(await search("“red ferry”"))).toEqual(["a"]);
  expect(slugs(await search("ferry -tax")).sort()).toEqual(["b", "c"]);
  expect(slugs(await search("painted or Hafen")).sort()).toEqual(["b", "c"]);
  expect((await search("ferry aeroplane")).count).toBe(0);
});

test("the last word is completed once the words of posts are learned", async () => {
  await published({ slug: "a", title: "Donaudampfschiff", lang: "de" });
  await learnWords();
  expect(slugs(await search("donaud"))).toEqual(["a"]);
  expect(slugs(await search("donaud schiff"))).toEqual([]);
  expect(await suggestPosts("donaud")).toEqual([{ title: "Donaudampfschiff", lang: "de", path: "/a" }]);
});

test("a mistyped word is put right when it finds nothing, and only by what can be found", async () => {
  const post = await published({ slug: "a", title: "Besuch in Pjöngjang", lang: "de" });
  await published({ slug: "b", title: "Pyongyang visited" });
  await learnWords();
  expect(await search("pjönjang")).toMatchObject({ corrected: "Pjöngjang", count: 1, results: [{ slug: "a" }] });
  expect(await search("Besuch pjöngjagn")).toMatchObject({ corrected: "Besuch Pjöngjang", count: 1 });
  expect(await search("qqqqqqqq")).toMatchObject({ corrected: null, count: 0 });
  expect(await suggestPosts("pjönjang")).toEqual([{ title: "Besuch in Pjöngjang", lang: "de", path: "/a" }]);
  await privateDb.post.update({ where: { id: post.id }, data: { status: "unpublished" } });
  expect(await search("pjöngjan")).toMatchObject({ count: 0, corrected: null });
});

test("words are learned once, however often the job runs, and again when a text changes", async () => {
  const { id } = await published({ title: "Ferry ferry Fähre", bodyText: "2024 42 a" });
  await learnWords();
  await learnWords();
  expect(await privateDb.searchWord.findMany({ orderBy: { folded: "asc" } })).toEqual([
    { folded: "fahre", spelling: "Fähre", posts: 1 },
    { folded: "ferry", spelling: "ferry", posts: 1 },
  ]);
  await privateDb.post.update({ where: { id }, data: { approvedComments: 1 } });
  expect(await privateDb.searchUnlearned.count()).toBe(0);
  await privateDb.post.update({ where: { id }, data: { title: "Ferry" } });
  expect(await privateDb.searchUnlearned.count()).toBe(1);
});

test("words that readers can read nowhere are forgotten: of a post withdrawn, deleted or changed, also before it was learned", async () => {
  const known = async () => {
    await learnWords();
    const words = await privateDb.searchWord.findMany({ orderBy: { folded: "asc" } });
    return words.map(({ folded, posts }) => `${folded} ${posts}`);
  };
  const { id } = await published({ title: "Ferry secret", bodyText: "" });
  const { id: other } = await published({ title: "Ferry", bodyText: "" });
  const unseen = await published({ title: "Unseen", bodyText: "" });
  await privateDb.post.update({ where: { id: unseen.id }, data: { status: "unpublished" } });
  expect(await known()).toEqual(["ferry 2", "secret 1"]);
  await privateDb.post.update({ where: { id }, data: { lang: "de" } });
  expect(await known()).toEqual(["ferry 2", "secret 1"]);
  await privateDb.post.update({ where: { id }, data: { title: "Ferry between" } });
  await privateDb.post.update({ where: { id }, data: { title: "Ferry mystery" } });
  expect(await known()).toEqual(["ferry 2", "mystery 1"]);
  await privateDb.post.update({ where: { id }, data: { title: "Ferry withdrawn", status: "unpublished" } });
  expect(await known()).toEqual(["ferry 1"]);
  await privateDb.post.delete({ where: { id: other } });
  expect(await known()).toEqual([]);
});

test("category with those under it, author, language and time narrow a search; what is not there narrows nothing", async () => {
  const above = await privateDb.category.create({ data: { name: "Above", slug: "above" } });
  const under = await privateDb.category.create({ data: { name: "Under", slug: "under", parentId: above.id } });
  const { id: userId } = await makeUser();
  await privateDb.user.update({ where: { id: userId }, data: { slug: "ada" } });
  const authors = { create: { userId, position: 0 } };
  const { id } = await published({ slug: "a", title: "Ferry", categoryId: under.id, authors });
  await published({ slug: "b", lang: "de-AT", title: "Ferry", publishedAt: new Date(Date.now() - 60_000) });
  const by = async (given: object) => slugs(await search("ferry", given)).sort();
  expect(await by({ category: "above" })).toEqual(["a"]);
  expect(await by({ author: "ada" })).toEqual(["a"]);
  expect(await by({ lang: "de" })).toEqual(["b"]);
  expect(await by({ time: "week", sort: "newest" })).toEqual(["b"]);
  expect(await by({ category: "nowhere", author: "nobody" })).toEqual(["a", "b"]);
  expect(await by({ category: "above", lang: "de" })).toEqual([]);
  await privateDb.postAuthor.deleteMany({ where: { postId: id } });
  await privateDb.post.update({ where: { id }, data: { categoryId: null } });
  await published({ title: "Else", authors });
  expect([await by({ author: "ada" }), await by({ category: "under" })]).toEqual([[], []]);
});

test.each([undefined, "newest"])("pages hold each result once, on and back, also while posts are published (order: %s)", async (sort) => {
  for (let n = 0; n < 25; n++)
    await published({ slug: `n-${n}`, title: n % 3 ? "Ferry" : "A ferry, a bridge", publishedAt: at(1 + (n % 5)) });
  const all: string[][] = [];
  let page = await search("ferry", { sort });
  for (;;) {
    all.push(slugs(page));
    await published({ title: "The newest ferry", publishedAt: at(100 + all.length) });
    if (!page.next) break;
    page = await search("ferry", { sort, after: page.next });
  }
  expect(all.map((each) => each.length)).toEqual([10, 10, 5]);
  expect(new Set(all.flat()).size).toBe(25);
  const back = await search("ferry", { sort, before: page.previous ?? "" });
  expect(slugs(back)).toEqual(all[1]);
  const first = slugs(await search("ferry", { sort, before: back.previous ?? "" }));
  expect(first).toHaveLength(10);
  expect(new Set([...first, ...(all[0] ?? [])]).size).toBeGreaterThanOrEqual(10);
});

test("nothing typed, no word, too much, and an unknown page say what they are; what PostgreSQL refuses is left out", async () => {
  const asked = (given: object) => searchPosts(searchQuery.parse(given));
  expect([await asked({}), await asked({ q: "  " }), await asked({ q: "?! -" }), await asked({ q: "ä".repeat(201) })]).toEqual([
    "empty",
    "empty",
    "noWord",
    "tooLong",
  ]);
  const id = "00000000-0000-7000-8000-000000000000";
  for (const cursor of ["yesterday", `-zzzzzzzzz-${id}`]) expect(await asked({ q: "ferry", after: cursor, sort: "newest" })).toBe("noPage");
  for (const cursor of [`zzzzzzzzz-${id}`, `0-${id}`]) {
    for (const sort of [undefined, "newest"])
      expect(await asked({ q: "ferry", after: cursor, before: cursor, sort })).toMatchObject({ count: 0 });
  }
  expect(await asked({ q: "a\u0000b\ud800", lang: "'", time: "ever", category: "../" })).toMatchObject({ count: 0 });
  expect(await suggestPosts(["x".repeat(10_000)])).toEqual([]);
});

test("only words that are nobody's find nothing, and no text can become markup", async () => {
  await published({ slug: "a", title: "<script>ferry</script>", bodyText: '<mark>The ferry & "it"' });
  expect((await search("the")).count).toBe(0);
  const [result] = (await search("ferry")).results;
  expect([text(result?.title ?? []), marked(result?.title ?? []), text(result?.excerpt ?? [])]).toEqual([
    "<script>ferry</script>",
    ["ferry"],
    '<mark>The ferry & "it"',
  ]);
});

test("a page of results depends on which posts there are, and on each that it shows", async () => {
  const { id } = await published({ title: "Ferry" });
  const shows = new Set<string>();
  await requestScope.run({ sender: { ip: "192.0.2.7", agent: "test" }, shows }, () => search("ferry"));
  for (const tag of [tags.posts(), tags.pages(), tags.post(id)]) expect(shows).toContain(tag);
});
