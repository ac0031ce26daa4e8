import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { lockCategories } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { MAX_CATEGORIES, moveInput } from "@/lib/taxonomy/schema";
import type { Actor } from "@/lib/users/policy";

/**
 * Moves a category one place up or down among those of its parent. Takes `{ id, way }`, untrusted. Returns its name and
 * which place of how many it has now, also when it was at the end already; or `forbidden`, `invalid`, `notFound`.
 */
export async function moveCategory(actor: Actor, input: unknown): Promise<Result<{ name: string; place: number; count: number }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = moveInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, way } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockCategories(tx);
    const moved = await tx.category.findUnique({ where: { id }, select: { name: true, parentId: true } });
    if (!moved) return { ok: false, error: "notFound" };
    const siblings = await tx.category.findMany({
      where: { parentId: moved.parentId },
      select: { id: true },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      take: MAX_CATEGORIES,
    });
    const order = siblings.map((row) => row.id);
    const from = order.indexOf(id);
    const to = from + (way === "up" ? -1 : 1);
    const standsAt = (at: number) => ({ ok: true, name: moved.name, place: at + 1, count: order.length }) as const;
    if (to < 0 || to >= order.length) return standsAt(from);
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, each] of order.entries())
      await tx.category.update({ where: { id: each }, data: { position }, select: { id: true } });
    await recordAudit(tx, {
      actorId: actor.id,
      act: "category.move",
      subject: { type: "category", id },
      from: { position: from },
      to: { position: to },
    });
    await markChanged(tx, tags.categories());
    return standsAt(to);
  });
}
