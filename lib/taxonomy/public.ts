import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";
import { MAX_CATEGORIES } from "@/lib/taxonomy/schema";
import { idsUnder, pathTo, treeOf, type Tree } from "@/lib/taxonomy/tree";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ROW = { id: true, name: true, slug: true, parentId: true, position: true, description: true } as const;

/** A category or tag as readers' pages link it. */
export interface TaxonomyLink {
  name: string;
  slug: string;
}

/**
 * The category at a slug, for its own page: with those above and right under it, and the ids of all whose posts its
 * page lists; or null. Index: the primary key (at most 500 rows). Shows: the tree of categories.
 */
export async function publicCategory(slug: string) {
  const rows = await allCategories();
  const category = rows.find((row) => row.slug === slug);
  if (!category) return null;
  const { id, name, description } = category;
  const under = treeOf(rows, id).map(linkOf);
  return { id, name, slug, description, above: pathTo(rows, category).map(linkOf), under, ids: idsUnder(rows, id) };
}

/**
 * The way down the tree to a category: those above it, the topmost first, and itself. Takes its id. Index: the primary
 * key. Shows: each of them.
 */
export async function categoryPath(id: string): Promise<TaxonomyLink[]> {
  const path = await publicDb.$queryRaw<(TaxonomyLink & { id: string })[]>`
    with recursive path as (
      select id, name, slug, parent_id, 0 as height from category where id = ${id}::uuid
      union all
      select above.id, above.name, above.slug, above.parent_id, path.height + 1 from category above join path on above.id = path.parent_id
    )
    select id, name, slug from path order by height desc`;
  dependsOn(...path.map((category) => tags.category(category.id)));
  return path.map(linkOf);
}

/** The slug that the category has now which once stood at this slug, or null. Index: the primary key. Shows: the tree of categories. */
export async function movedCategory(slug: string): Promise<string | null> {
  dependsOn(tags.categories(), tags.missing(`category/${slug}`));
  if (!SLUG.test(slug)) return null;
  const moved = await publicDb.categoryRedirect.findUnique({ where: { slug }, select: { category: { select: { slug: true } } } });
  return moved?.category.slug ?? null;
}

/** Categories by their ids, in the order of the ids, as a menu links them. Index: the primary key. Shows: the tree of categories. */
export async function categoryLinks(ids: string[]): Promise<(TaxonomyLink & { id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await allCategories();
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    return row ? [{ id, ...linkOf(row) }] : [];
  });
}

/** A category and all under it, by ids. Index: the primary key. Shows: the tree of categories. */
export async function categoriesUnder(id: string): Promise<string[]> {
  return idsUnder(await allCategories(), id);
}

/** All categories, for the sitemap. Index: the primary key. Shows: the tree of categories. */
export async function categoriesOfSitemap(): Promise<TaxonomyLink[]> {
  return (await allCategories()).map(linkOf);
}

/**
 * The tag at a slug, for its own page, or null. Whether any post has it, the list of its posts tells: a name that
 * only drafts have is nobody's business. Index: tag_slug_key. Shows: the tag.
 */
export async function publicTag(slug: string) {
  const tag = SLUG.test(slug) ? await publicDb.tag.findUnique({ where: { slug }, select: { id: true, name: true, slug: true } }) : null;
  dependsOn(tag ? tags.tag(tag.id) : tags.missing(`tag/${slug}`));
  return tag;
}

/** The slug that the tag has now which once stood at this slug, or that the tag there was merged into; or null. Index: the primary key. Shows: that tag. */
export async function movedTag(slug: string): Promise<string | null> {
  dependsOn(tags.missing(`tag/${slug}`));
  if (!SLUG.test(slug)) return null;
  const moved = await publicDb.tagRedirect.findUnique({ where: { slug }, select: { tag: { select: { id: true, slug: true } } } });
  if (moved) dependsOn(tags.tag(moved.tag.id));
  return moved?.tag.slug ?? null;
}

/** All categories in the order of their tree, each with its depth (0: at the top), to choose from. Index: the primary key. Shows: the tree of categories. */
export async function categoryChoices(): Promise<(TaxonomyLink & { depth: number })[]> {
  const flat = (branches: Tree<(typeof rows)[number]>[], depth: number): (TaxonomyLink & { depth: number })[] =>
    branches.flatMap((branch) => [{ ...linkOf(branch), depth }, ...flat(branch.children, depth + 1)]);
  const rows = await allCategories();
  return flat(treeOf(rows), 0);
}

function allCategories() {
  dependsOn(tags.categories());
  return publicDb.category.findMany({ select: ROW, take: MAX_CATEGORIES });
}

function linkOf({ name, slug }: TaxonomyLink): TaxonomyLink {
  return { name, slug };
}
