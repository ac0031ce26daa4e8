import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import { cleanLine } from "@/lib/posts/clean-text";
import type { Result } from "@/lib/result";
import { mayName, mayOrder } from "@/lib/taxonomy/policy";
import { MAX_CATEGORIES } from "@/lib/taxonomy/schema";
import { idsUnder, pathTo, treeOf, type Branch, type Tree } from "@/lib/taxonomy/tree";
import type { Actor } from "@/lib/users/policy";

/** Tags on one page of the list. */
const TAGS_PER_PAGE = 50;
/** Tags that the editor offers while one types. */
const OFFERED = 8;
/** From here on a count is "999+". */
const MOST_COUNTED = 1000;

/** A category as the newsroom lists it; `posts` counts up to 1000, in whatever state. */
export interface ListedCategory extends Branch {
  slug: string;
  posts: number;
}

/** All categories as a tree, or `forbidden`. Indexes: the primary key (at most 500 rows), post_newsroom_category. */
export async function listCategories(actor: Actor): Promise<Result<{ tree: Tree<ListedCategory>[] }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const rows = await privateDb.$queryRaw<ListedCategory[]>`
    select id, name, slug, parent_id as "parentId", position,
      (select count(*)::int from (select from post where category_id = category.id limit ${MOST_COUNTED}) as counted) as posts
    from category limit ${MAX_CATEGORIES}`;
  return { ok: true, tree: treeOf(rows) };
}

/** A category for its form, with the others that it may lie under, each with its depth; or `forbidden`, `notFound`. Index: the primary key. */
export async function editableCategory(actor: Actor, id: string) {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" } as const;
  const select = { id: true, name: true, slug: true, parentId: true, position: true, description: true } as const;
  const rows = await privateDb.category.findMany({ select, take: MAX_CATEGORIES });
  const category = rows.find((row) => row.id === id);
  if (!category) return { ok: false, error: "notFound" } as const;
  const own = idsUnder(rows, id);
  const parents = inOrder(rows.filter((row) => !own.includes(row.id)));
  return { ok: true, category, parents } as const;
}

/** The categories in the order of their tree, each with its depth, for a select. Takes all of them. */
export function inOrder(rows: Branch[]): { id: string; name: string; depth: number }[] {
  const flat = (trees: Tree<Branch>[]): Tree<Branch>[] => trees.flatMap((tree) => [tree, ...flat(tree.children)]);
  return flat(treeOf(rows)).map((row) => ({ id: row.id, name: row.name, depth: pathTo(rows, row).length }));
}

/** What the list of tags may be asked for, untrusted: what cannot be read counts as not asked. */
const tagQuery = z.object({
  q: z.string().max(200).transform(cleanLine).catch(""),
  after: z.string().max(80).optional().catch(undefined),
});

/** A tag as the newsroom lists it; `posts` counts up to 1000, in whatever state. */
export interface ListedTag {
  id: string;
  name: string;
  slug: string;
  posts: number;
}

/**
 * The tags by name as a dictionary orders them, a page at a time. Takes the untrusted query `{ q, after }`: a part of
 * the name, and the last name of the page before. Returns a page and the `after` that goes on, or null; or `forbidden`.
 * Indexes: tag_name_order, tag_name_search (parts of three letters or more), post_tag_list.
 */
export async function listTags(actor: Actor, query: unknown): Promise<Result<{ tags: ListedTag[]; next: string | null }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const { q, after } = tagQuery.parse(query);
  const rows = await privateDb.$queryRaw<Omit<ListedTag, "posts">[]>(tagsSql({ q, after }, TAGS_PER_PAGE + 1));
  const shown = rows.slice(0, TAGS_PER_PAGE);
  const counted = await postsOf(shown.map(({ id }) => id));
  const listed = shown.map((tag) => ({ ...tag, posts: counted.get(tag.id) ?? 0 }));
  return { ok: true, tags: listed, next: rows.length > TAGS_PER_PAGE ? (shown.at(-1)?.name ?? null) : null };
}

/** The tags with a part in their name, after another name, in their order; apart, so that a test can look at its plan. */
export function tagsSql({ q, after }: { q?: string; after?: string }, most: number): Prisma.Sql {
  const named = q ? Prisma.sql`name ilike ${`%${literally(q)}%`}` : Prisma.sql`true`;
  const beyond = after ? Prisma.sql`(title_order(name), name) > (title_order(${after}), ${after})` : Prisma.sql`true`;
  return Prisma.sql`select id, name, slug from tag where ${named} and ${beyond} order by title_order(name), name limit ${most}`;
}

/** A tag for its form, or `forbidden`, `notFound`. Index: the primary key. */
export async function editableTag(actor: Actor, id: string): Promise<Result<{ tag: ListedTag }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const select = { id: true, name: true, slug: true } as const;
  const tag = z.uuid().safeParse(id).success ? await privateDb.tag.findUnique({ where: { id }, select }) : null;
  if (!tag) return { ok: false, error: "notFound" };
  return { ok: true, tag: { ...tag, posts: (await postsOf([tag.id])).get(tag.id) ?? 0 } };
}

/** Tags to choose from while one types: a part of the name. Takes it untrusted. Returns up to 8, or `forbidden`. Indexes: those of `listTags`. */
export async function findTags(actor: Actor, typed: unknown): Promise<Result<{ tags: { id: string; name: string }[] }>> {
  if (!mayName(actor)) return { ok: false, error: "forbidden" };
  const { q } = tagQuery.parse({ q: typed });
  if (!q) return { ok: true, tags: [] };
  const found = await privateDb.$queryRaw<{ id: string; name: string }[]>(tagsSql({ q }, OFFERED));
  return { ok: true, tags: found.map(({ id, name }) => ({ id, name })) };
}

/** Index: post_tag_list. */
async function postsOf(ids: string[]): Promise<Map<string, number>> {
  const rows = await privateDb.$queryRaw<{ id: string; posts: number }[]>`
    select wanted.id, (
      select count(*)::int from (select from post_tag where tag_id = wanted.id limit ${MOST_COUNTED}) as counted
    ) as posts
    from unnest(${ids}::uuid[]) as wanted(id)`;
  return new Map(rows.map(({ id, posts }) => [id, posts]));
}

/** The categories to choose from, in the order of their tree, each with its depth; or `forbidden`. Index: the primary key (at most 500 rows). */
export async function categoryChoices(actor: Actor): Promise<Result<{ categories: { id: string; name: string; depth: number }[] }>> {
  return mayName(actor) ? { ok: true, categories: await categoriesInOrder() } : { ok: false, error: "forbidden" };
}

/** All categories in the order of their tree, each with its depth. Index: the primary key (at most 500 rows). */
export async function categoriesInOrder(): Promise<{ id: string; name: string; depth: number }[]> {
  return inOrder(
    await privateDb.category.findMany({ select: { id: true, name: true, parentId: true, position: true }, take: MAX_CATEGORIES }),
  );
}
