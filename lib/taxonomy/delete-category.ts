import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { lockCategories } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { taxonomyRef } from "@/lib/taxonomy/schema";
import { isWaitedFor } from "@/lib/taxonomy/waiting";
import type { Actor } from "@/lib/users/policy";

/**
 * Deletes an empty category, and its former addresses with it. Takes `{ id }`, untrusted. Returns `forbidden`,
 * `invalid`, `notFound`, or `inUse` while a post, in whatever state, or another category lies under it; also by a change
 * to a post that is not public yet.
 */
export async function deleteCategory(actor: Actor, input: unknown): Promise<Result> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = taxonomyRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockCategories(tx);
    // Locked against a post that is given this category just now: its foreign key takes the row FOR KEY SHARE.
    const [found] = await tx.$queryRaw<{ name: string; slug: string }[]>`select name, slug from category where id = ${id}::uuid for update`;
    if (!found) return { ok: false, error: "notFound" };
    const isUsed = await tx.category.findFirst({
      where: { id, OR: [{ posts: { some: {} } }, { children: { some: {} } }] },
      select: { id: true },
    });
    if (isUsed || (await isWaitedFor(tx, id))) return { ok: false, error: "inUse" };
    await tx.category.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "category.delete", subject: { type: "category", id }, from: found });
    await markChanged(tx, tags.categories(), tags.category(id));
    return { ok: true };
  });
}
