import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { literally } from "@/lib/db/like";
import { privateDb, type Tx } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import { invalid } from "@/lib/result";
import { freeCategorySlug, lastPosition, lockCategories } from "@/lib/taxonomy/address";
import { mayName } from "@/lib/taxonomy/policy";
import { MAX_CATEGORIES, newInput } from "@/lib/taxonomy/schema";
import type { Actor } from "@/lib/users/policy";

/** A category or tag by its name. */
export type Named = { id: string; name: string };

/**
 * Makes a category, last at the top of the tree, or finds the one that has this name in any spelling of case. Takes
 * `{ name }`, untrusted. Returns its id and name, or `forbidden`, or `invalid` with fields (`full` beyond 500).
 */
export async function createCategory(actor: Actor, input: unknown): Promise<Result<Named>> {
  if (!mayName(actor)) return { ok: false, error: "forbidden" };
  return privateDb.$transaction((tx) => findOrMakeCategory(tx, { actorId: actor.id }, input));
}

/** The part that an import shares. Takes `{ name }`, untrusted. */
export async function findOrMakeCategory(tx: Tx, by: Doer, input: unknown): Promise<Result<Named>> {
  const parsed = newInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { name } = parsed.data;
  await lockCategories(tx);
  const found = await tx.category.findFirst({
    where: { name: { equals: literally(name), mode: "insensitive" } },
    select: { id: true, name: true },
  });
  if (found) return { ok: true, ...found };
  if ((await tx.category.count()) >= MAX_CATEGORIES) return { ok: false, error: "invalid", fields: { name: ["full"] } };
  const position = await lastPosition(tx, null);
  const made = await tx.category.create({
    data: { name, slug: await freeCategorySlug(tx, name), position },
    select: { id: true, name: true },
  });
  await recordAudit(tx, { ...by, act: "category.create", subject: { type: "category", id: made.id } });
  await markChanged(tx, tags.categories());
  return { ok: true, ...made };
}
