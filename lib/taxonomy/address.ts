import type { Tx } from "@/lib/db/private";
import { numberedSlug, slugOf } from "@/lib/posts/slug";

/** Categories are few, and two people may change their tree at the same time: one at a time (any 32-bit numbers). */
const CATEGORY_LOCK = 505_422;
const TAG_LOCK = 505_425;

/** Holds the tree of categories, and their addresses, until the transaction ends. */
export async function lockCategories(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${CATEGORY_LOCK})`;
}

/** Holds the tags' names and addresses until the transaction ends. */
export async function lockTags(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${TAG_LOCK})`;
}

/** The address that a category's name makes, numbered when another one has it or had it. Takes the category's own id when it is there already: its former addresses are free to it. */
export function freeCategorySlug(tx: Tx, name: string, ownId?: string): Promise<string> {
  return freeSlug(slugOf(name) || "category", (slug) => isCategorySlugTaken(tx, slug, ownId));
}

/** Whether another category stands at this address, or its redirect does. Indexes: category_slug_key, the primary key. */
export async function isCategorySlugTaken(tx: Tx, slug: string, ownId?: string): Promise<boolean> {
  const not = ownId ? { not: ownId } : undefined;
  if (await tx.category.count({ where: { slug, id: not } })) return true;
  return (await tx.categoryRedirect.count({ where: { slug, categoryId: not } })) > 0;
}

/** The same for a tag. Indexes: tag_slug_key, the primary key. */
export function freeTagSlug(tx: Tx, name: string, ownId?: string): Promise<string> {
  const not = ownId ? { not: ownId } : undefined;
  return freeSlug(slugOf(name) || "tag", async (slug) => {
    if (await tx.tag.count({ where: { slug, id: not } })) return true;
    return (await tx.tagRedirect.count({ where: { slug, tagId: not } })) > 0;
  });
}

async function freeSlug(base: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let nth = 1; ; nth++) {
    const slug = numberedSlug(base, nth);
    if (!(await isTaken(slug))) return slug;
  }
}

/** The place behind all categories under a parent (null: at the top). Places may have gaps where one went away. Index: category (parent_id, position). */
export async function lastPosition(tx: Tx, parentId: string | null): Promise<number> {
  const last = await tx.category.findFirst({ where: { parentId }, select: { position: true }, orderBy: { position: "desc" } });
  return last ? last.position + 1 : 0;
}
