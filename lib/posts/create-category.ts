import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import { mayWritePosts } from "@/lib/posts/policy";
import { categoryInput } from "@/lib/posts/schema";
import { numberedSlug, slugOf } from "@/lib/posts/slug";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes a category, or finds the one that has this name in any spelling of case. Takes `{ name }`, untrusted.
 * Returns its id and name, or `forbidden`, or `invalid` with fields. No page shows a category without posts.
 */
export async function createCategory(actor: Actor, input: unknown): Promise<Result<{ id: string; name: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = categoryInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => ({ ok: true, ...(await findOrMakeCategory(tx, actor.id, parsed.data.name)) }));
}

/** Categories are few, and two people may make the same at once: one at a time. */
const CATEGORY_LOCK = 505_422;

/** The part that an import shares (actor null: the site itself). Takes a parsed name. */
export async function findOrMakeCategory(tx: Tx, actorId: string | null, name: string): Promise<{ id: string; name: string }> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${CATEGORY_LOCK})`;
  const found = await tx.category.findFirst({ where: { name: { equals: name, mode: "insensitive" } }, select: { id: true, name: true } });
  if (found) return found;
  const made = await tx.category.create({ data: { name, slug: await freeCategorySlug(tx, name) }, select: { id: true, name: true } });
  await recordAudit(tx, { actorId, act: "category.create", subject: { type: "category", id: made.id } });
  return made;
}

async function freeCategorySlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name) || "category";
  for (let nth = 1; ; nth++) {
    const slug = numberedSlug(base, nth);
    if (!(await tx.category.count({ where: { slug } }))) return slug;
  }
}
