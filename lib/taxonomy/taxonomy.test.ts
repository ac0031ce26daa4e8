import { beforeEach, describe, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { POSTS_PER_PAGE } from "@/lib/posts/list-pages";
import { postsOfCategories, postsOfTag } from "@/lib/posts/public";
import { createCategory } from "@/lib/taxonomy/create-category";
import { createTag } from "@/lib/taxonomy/create-tag";
import { deleteCategory } from "@/lib/taxonomy/delete-category";
import { deleteTag } from "@/lib/taxonomy/delete-tag";
import { mergeTags } from "@/lib/taxonomy/merge-tags";
import { moveCategory } from "@/lib/taxonomy/move-category";
import { editableCategory, findTags, listCategories, listTags, tagsSql } from "@/lib/taxonomy/newsroom";
import { categoryPath, movedCategory, movedTag, publicCategory, publicTag } from "@/lib/taxonomy/public";
import { renameTag } from "@/lib/taxonomy/rename-tag";
import { updateCategory } from "@/lib/taxonomy/update-category";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

let desk: Actor;
beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.category.updateMany({ data: { parentId: null } });
  await privateDb.category.deleteMany();
  await privateDb.tag.deleteMany();
  desk = await makeUser();
});

const at = (minutes: number) => new Date(Date.UTC(2024, 5, 1, 12, minutes));
const notFound = { ok: false, error: "notFound" };
const slugs = (posts: { slug: string }[] = []) => posts.map(({ slug }) => slug);

async function category(name: string, parentId?: string): Promise<string> {
  const made = await createCategory(desk, { name });
  if (!made.ok) throw new Error(made.error);
  if (parentId) await privateDb.category.update({ where: { id: made.id }, data: { parentId } });
  return made.id;
}

async function tag(name: string): Promise<string> {
  const made = await createTag(desk, { name });
  if (!made.ok) throw new Error(made.error);
  return made.id;
}

/** Sessions of this database that wait for a row of another one. */
async function waiting(): Promise<number> {
  const [row] = await privateDb.$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return Number(row?.count);
}

const tagged = (...ids: string[]) => ({ create: ids.map((tagId, position) => ({ tagId, position })) });

describe("categories", () => {
  test("stand in a tree, in the order in which they were moved", async () => {
    const [town, country] = [await category("Town"), await category("Country")];
    const harbour = await category("Harbour", town);
    await makePost({ categoryId: harbour });
    expect(await moveCategory(desk, { id: country, way: "up" })).toEqual({ ok: true, name: "Country", place: 1, count: 2 });
    expect(await listCategories(desk)).toMatchObject({
      tree: [{ name: "Country" }, { name: "Town", posts: 0, children: [{ name: "Harbour", posts: 1 }] }],
    });
    expect(await moveCategory(desk, { id: country, way: "up" })).toMatchObject({ ok: true, place: 1 });
  });

  test("a new address leads on from the old one, whose pages hear of it", async () => {
    const id = await category("Town");
    const heard = await heardDuring(() => updateCategory(desk, { id, name: "City", description: " All of it. " }));
    expect(heard).toEqual(expect.arrayContaining([tags.categories(), tags.category(id), tags.missing("category/city")]));
    expect(await publicCategory("city")).toMatchObject({ name: "City", description: "All of it.", ids: [id] });
    expect([await publicCategory("town"), await movedCategory("town"), await movedCategory("village")]).toEqual([null, "city", null]);
    await category("Town");
    expect(await publicCategory("town-2")).toMatchObject({ name: "Town" });
    expect(await updateCategory(desk, { id, name: "City", slug: "town" })).toEqual({ ok: true, slug: "town" });
    expect([await movedCategory("town"), await movedCategory("city")]).toEqual([null, "town"]);
  });

  test("none lies under itself or its own; names and addresses are one's own", async () => {
    const town = await category("Town");
    const harbour = await category("Harbour", town);
    const refusal = (fields: object) => ({ ok: false, error: "invalid", fields });
    expect(await updateCategory(desk, { id: town, name: "Town", parentId: harbour })).toEqual(refusal({ parentId: ["invalidChoice"] }));
    expect(await updateCategory(desk, { id: town, name: "Town", parentId: town })).toEqual(refusal({ parentId: ["invalidChoice"] }));
    expect(await updateCategory(desk, { id: town, name: "HARBOUR", slug: "harbour" })).toEqual(
      refusal({ name: ["nameTaken"], slug: ["slugTaken"] }),
    );
    expect(await updateCategory(desk, { id: harbour, name: "Harbour", parentId: "" })).toMatchObject({ ok: true });
    expect(await editableCategory(desk, town)).toMatchObject({ parents: [{ name: "Harbour", depth: 0 }] });
  });

  test("a new one stands last, also after one in between went away", async () => {
    const [town] = [await category("Town"), await category("Country")];
    await deleteCategory(desk, { id: town });
    await category("Abroad");
    expect(await listCategories(desk)).toMatchObject({ tree: [{ name: "Country" }, { name: "Abroad" }] });
  });

  test("only an empty one is deleted", async () => {
    const town = await category("Town");
    const harbour = await category("Harbour", town);
    const { id: postId } = await makePost({ categoryId: harbour });
    expect([await deleteCategory(desk, { id: town }), await deleteCategory(desk, { id: harbour })]).toEqual([
      { ok: false, error: "inUse" },
      { ok: false, error: "inUse" },
    ]);
    await privateDb.post.delete({ where: { id: postId } });
    expect([await deleteCategory(desk, { id: harbour }), await deleteCategory(desk, { id: town })]).toEqual([{ ok: true }, { ok: true }]);
    expect(await deleteCategory(desk, { id: town })).toEqual(notFound);
  });

  test("a page of one lists its posts and those under it, newest first, every one once, and leads back", async () => {
    const town = await category("Town");
    const harbour = await category("Harbour", town);
    const elsewhere = await category("Elsewhere");
    for (let n = 0; n < POSTS_PER_PAGE + 3; n++)
      await makePost({ slug: `p-${n}`, status: "published", categoryId: n % 2 ? town : harbour, publishedAt: at(Math.floor(n / 3)) });
    await makePost({ status: "published", categoryId: elsewhere });
    await makePost({ categoryId: town });
    const { ids } = (await publicCategory("town")) ?? { ids: [] };
    const first = await postsOfCategories(ids, {});
    const second = await postsOfCategories(ids, { after: first?.older ?? "" });
    const all = slugs([...(first?.posts ?? []), ...(second?.posts ?? [])]);
    expect([all.length, new Set(all).size, all[0], second?.older]).toEqual([
      POSTS_PER_PAGE + 3,
      POSTS_PER_PAGE + 3,
      `p-${POSTS_PER_PAGE + 2}`,
      null,
    ]);
    expect(await postsOfCategories(ids, { before: second?.newer ?? "" })).toEqual(first);
  });

  test("the way down to one names those above it, the topmost first", async () => {
    const town = await category("Town");
    const harbour = await category("Harbour", town);
    const quay = await category("Quay", harbour);
    await category("Elsewhere", town);
    expect((await categoryPath(quay)).map(({ name }) => name)).toEqual(["Town", "Harbour", "Quay"]);
    expect(await categoryPath(town)).toEqual([{ name: "Town", slug: "town" }]);
  });
});

describe("tags", () => {
  test("a name is one tag in any spelling of case, found while one types", async () => {
    const id = await tag("Hafen");
    expect(await createTag(desk, { name: "  HAFEN " })).toEqual({ ok: true, id, name: "Hafen" });
    await tag("Hafenrundfahrt");
    expect(await findTags(desk, "hafen")).toMatchObject({ tags: [{ name: "Hafen" }, { name: "Hafenrundfahrt" }] });
    expect(await listTags(desk, { q: "rund" })).toMatchObject({ tags: [{ name: "Hafenrundfahrt", posts: 0 }], next: null });
  });

  test("a renamed one stands at a new address, the old one leads on", async () => {
    const [id] = [await tag("Hafen"), await tag("Markt")];
    expect(await renameTag(desk, { id, name: "MARKT" })).toMatchObject({ fields: { name: ["nameTaken"] } });
    expect(await renameTag(desk, { id, name: "Häfen" })).toEqual({ ok: true, slug: "haefen" });
    expect(await publicTag("haefen")).toMatchObject({ id, name: "Häfen" });
    expect([await publicTag("hafen"), await movedTag("hafen")]).toEqual([null, "haefen"]);
  });

  test("merged ones are one: posts, what was typed into them, and all addresses", async () => {
    const [ferry, ship] = [await tag("Ferry"), await tag("Ship")];
    await renameTag(desk, { id: ferry, name: "Ferries" });
    const both = await makePost({ slug: "both", status: "published", tags: tagged(ferry, ship) });
    const one = await makePost({ slug: "one", status: "published", tags: tagged(ferry) });
    const revision = (postId: string, tagIds: string[]) =>
      privateDb.postRevision.create({ data: { postId, version: 1, kind: "save", schema: 1, fields: { title: "x", tagIds } } });
    await revision(both.id, [ferry, ship]);
    await revision(one.id, [ferry]);
    const heard = await heardDuring(() => mergeTags(desk, { id: ferry, into: "ship" }));
    expect(heard).toEqual(expect.arrayContaining([tags.tag(ferry), tags.tagPosts(ship), tags.missing("tag/ferries")]));
    expect(slugs((await postsOfTag(ship, {}))?.posts).sort()).toEqual(["both", "one"]);
    expect([await movedTag("ferry"), await movedTag("ferries"), await publicTag("ferries")]).toEqual(["ship", "ship", null]);
    const kept = await privateDb.postRevision.findMany({ where: { postId: { in: [both.id, one.id] } }, select: { fields: true } });
    expect(kept.map(({ fields }) => fields)).toEqual([
      { title: "x", tagIds: [ship] },
      { title: "x", tagIds: [ship] },
    ]);
    expect(await mergeTags(desk, { id: ship, into: "Ship" })).toMatchObject({ fields: { into: ["invalidChoice"] } });
    expect(await mergeTags(desk, { id: ferry, into: "Ship" })).toEqual(notFound);
  });

  test("stand as a dictionary orders them, page after page, each once, read from an index in that order", async () => {
    const mark = newId();
    const letters = ["Zander", "Österreich", "oben", "Äpfel", "Apfel", "Ölberg", "zuletzt"];
    for (const letter of letters) await tag(`${letter} ${mark}`);
    const many = Array.from({ length: 60 }, (_, at) => ({ name: `Öl ${mark} ${at}`, slug: `oel-${mark}-${at}` }));
    await privateDb.tag.createMany({ data: many });
    const names: string[] = [];
    for (let after: string | null = ""; after !== null;) {
      const page = await listTags(desk, { q: mark, after });
      if (!page.ok) throw new Error(page.error);
      names.push(...page.tags.map(({ name }) => name));
      after = page.next;
    }
    expect(new Set(names).size).toBe(67);
    const alone = names.filter((name) => !name.startsWith("Öl ")).map((name) => name.slice(0, -mark.length - 1));
    expect(alone).toEqual(["Apfel", "Äpfel", "oben", "Ölberg", "Österreich", "Zander", "zuletzt"]);
    const plan = await privateDb.$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`;
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`explain ${tagsSql({ after: "Öl" }, 51)}`);
    });
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("Index Cond");
    expect(text).toMatch(/Index Scan using tag_name_order/);
    expect(text).not.toContain("Sort");
  });

  test("a name is taken literally: % and _ stand for nothing else", async () => {
    const [wool, cut] = [await tag("100% wool"), await tag("a_b")];
    expect(await tag("100%")).not.toBe(wool);
    expect(await tag("a\\")).not.toBe(cut);
    expect(await renameTag(desk, { id: wool, name: "1__% wool" })).toMatchObject({ ok: true });
    expect(await mergeTags(desk, { id: wool, into: "_\\_b" })).toMatchObject({ fields: { into: ["invalidChoice"] } });
    expect(await findTags(desk, "%")).toMatchObject({ tags: [{ name: "100%" }, { name: "1__% wool" }] });
    const axb = await category("axb");
    expect(await category("a_b")).not.toBe(axb);
    expect(await updateCategory(desk, { id: axb, name: "a__" })).toMatchObject({ ok: true });
  });

  test("one that waits in a change to a post is merged there, too, and not deleted meanwhile; nor is such a category", async () => {
    const [ferry, ship, town] = [await tag("Ferry"), await tag("Ship"), await category("Town")];
    const fields = { title: "x", categoryId: town, tagIds: [ferry] };
    const { id: postId } = await makePost({ status: "published", version: 2, appliedVersion: 1 });
    await privateDb.postRevision.create({ data: { postId, version: 2, kind: "save", schema: 2, fields } });
    const inUse = { ok: false, error: "inUse" };
    expect([await deleteTag(desk, { id: ferry }), await deleteCategory(desk, { id: town })]).toEqual([inUse, inUse]);
    expect(await mergeTags(desk, { id: ferry, into: "Ship" })).toMatchObject({ ok: true });
    expect(await privateDb.postRevision.findFirst({ where: { postId } })).toMatchObject({ fields: { ...fields, tagIds: [ship] } });
  });

  test("merging waits for a save of a post that has it, and neither ends the other", async () => {
    const [ferry] = [await tag("Ferry"), await tag("Ship")];
    const { id: postId } = await makePost({ tags: tagged(ferry) });
    await privateDb.postRevision.create({ data: { postId, version: 1, kind: "save", schema: 2, fields: { tagIds: [ferry] } } });
    let merging: Promise<unknown> | undefined;
    await privateDb.$transaction(async (tx) => {
      await tx.$queryRaw`select id from post where id = ${postId}::uuid for update`;
      await tx.postRevision.updateMany({ where: { postId }, data: { fields: { title: "y", tagIds: [ferry] } } });
      merging = mergeTags(desk, { id: ferry, into: "Ship" });
      await expect.poll(waiting).toBeGreaterThan(0);
      await tx.postTag.deleteMany({ where: { postId } });
      await tx.postTag.create({ data: { postId, tagId: ferry, position: 0 } });
    });
    expect(await merging).toMatchObject({ ok: true });
    expect(await privateDb.postTag.findMany({ where: { postId }, select: { tag: { select: { name: true } } } })).toEqual([
      { tag: { name: "Ship" } },
    ]);
  });

  test("one that a draft has is no page's business, and is not deleted", async () => {
    const id = await tag("Secret");
    await makePost({ tags: tagged(id) });
    expect(await postsOfTag(id, {})).toEqual({ posts: [], newer: null, older: null });
    expect(await deleteTag(desk, { id })).toEqual({ ok: false, error: "inUse" });
    await privateDb.post.deleteMany();
    expect([await deleteTag(desk, { id }), await publicTag("secret")]).toEqual([{ ok: true }, null]);
  });

  test("its list follows a post's publication, and its withdrawal", async () => {
    const id = await tag("Harbour");
    const post = await makePost({ slug: "later", tags: tagged(id) });
    await privateDb.post.update({ where: { id: post.id }, data: { status: "published", publishedAt: at(5) } });
    await makePost({ slug: "earlier", status: "published", publishedAt: at(1), tags: tagged(id) });
    expect(slugs((await postsOfTag(id, {}))?.posts)).toEqual(["later", "earlier"]);
    await privateDb.post.update({ where: { id: post.id }, data: { status: "unpublished" } });
    expect(slugs((await postsOfTag(id, {}))?.posts)).toEqual(["earlier"]);
  });
});

test.each([
  ["administrator", true, true],
  ["editor", true, true],
  ["author", true, false],
  ["contributor", true, false],
  ["moderator", false, false],
] as const)("%s makes them: %s, orders them: %s", async (role, mayName, mayOrder) => {
  const actor = await makeUser({ role });
  const [categoryId, tagId] = [await category("Town"), await tag("Harbour")];
  await tag("Market");
  const refused = { ok: false, error: "forbidden" };
  const answer = (may: boolean) => (may ? { ok: true } : refused);
  expect(await createCategory(actor, { name: "Country" })).toMatchObject(answer(mayName));
  expect(await createTag(actor, { name: "Sea" })).toMatchObject(answer(mayName));
  expect(await findTags(actor, "s")).toMatchObject(answer(mayName));
  expect(await listCategories(actor)).toMatchObject(answer(mayOrder));
  expect(await editableCategory(actor, categoryId)).toMatchObject(answer(mayOrder));
  expect(await listTags(actor, {})).toMatchObject(answer(mayOrder));
  expect(await updateCategory(actor, { id: categoryId, name: "City" })).toMatchObject(answer(mayOrder));
  expect(await moveCategory(actor, { id: categoryId, way: "down" })).toMatchObject(answer(mayOrder));
  expect(await renameTag(actor, { id: tagId, name: "Port" })).toMatchObject(answer(mayOrder));
  expect(await mergeTags(actor, { id: tagId, into: "Market" })).toMatchObject(answer(mayOrder));
  const empty = await tag("Empty");
  expect(await deleteTag(actor, { id: empty })).toMatchObject(answer(mayOrder));
  expect(await deleteCategory(actor, { id: categoryId })).toMatchObject(answer(mayOrder));
});
