import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { literally } from "@/lib/db/like";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type ErrorCode, type Refusal, type Result } from "@/lib/result";
import { freeCategorySlug, isCategorySlugTaken, lastPosition, lockCategories } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { categoryInput, MAX_CATEGORIES } from "@/lib/taxonomy/schema";
import { idsUnder } from "@/lib/taxonomy/tree";
import type { Actor } from "@/lib/users/policy";

/**
 * Changes a category's name, address, description and place in the tree; its former address leads on to the new one.
 * Takes `categoryInput`, untrusted. Returns its slug, or `forbidden`, `notFound`, or `invalid` with fields: `nameTaken`,
 * `slugTaken`, `invalidChoice` for a parent that is not there or lies under it.
 */
export async function updateCategory(actor: Actor, input: unknown): Promise<Result<{ slug: string }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = categoryInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, name, description, parentId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockCategories(tx);
    const before = await tx.category.findUnique({ where: { id }, select: { name: true, slug: true, parentId: true, position: true } });
    if (!before) return { ok: false, error: "notFound" };
    const wrong = await wrongChoice(tx, parsed.data);
    if (wrong) return wrong;
    const slug = parsed.data.slug || (before.name === name ? before.slug : await freeCategorySlug(tx, name, id));
    if (slug !== before.slug) await moveAddress(tx, id, before.slug, slug);
    const position = parentId === before.parentId ? before.position : await lastPosition(tx, parentId);
    await tx.category.update({ where: { id }, data: { name, slug, description, parentId, position }, select: { id: true } });
    await recordAudit(tx, {
      actorId: actor.id,
      act: "category.change",
      subject: { type: "category", id },
      from: before,
      to: { name, slug, parentId },
    });
    await markChanged(tx, tags.categories(), tags.category(id), tags.missing(`category/${slug}`));
    return { ok: true, slug };
  });
}

interface Wanted {
  id: string;
  name: string;
  slug: string;
  parentId: string | null;
}

async function wrongChoice(tx: Tx, { id, name, slug, parentId }: Wanted): Promise<Refusal | null> {
  const wrong: Record<string, ErrorCode[]> = {};
  if (await tx.category.count({ where: { name: { equals: literally(name), mode: "insensitive" }, id: { not: id } } }))
    wrong.name = ["nameTaken"];
  if (slug && (await isCategorySlugTaken(tx, slug, id))) wrong.slug = ["slugTaken"];
  if (parentId && !(await mayLieUnder(tx, id, parentId))) wrong.parentId = ["invalidChoice"];
  return Object.keys(wrong).length ? { ok: false, error: "invalid", fields: wrong } : null;
}

/** A category lies neither under itself nor under one of its own. */
async function mayLieUnder(tx: Tx, id: string, parentId: string): Promise<boolean> {
  const rows = await tx.category.findMany({ select: { id: true, parentId: true, position: true, name: true }, take: MAX_CATEGORIES });
  return rows.some((row) => row.id === parentId) && !idsUnder(rows, id).includes(parentId);
}

async function moveAddress(tx: Tx, categoryId: string, from: string, to: string): Promise<void> {
  await tx.categoryRedirect.deleteMany({ where: { slug: to, categoryId } });
  await tx.categoryRedirect.create({ data: { slug: from, categoryId } });
}
