import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { freeTagSlug, lockTags } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { tagInput } from "@/lib/taxonomy/schema";
import type { Actor } from "@/lib/users/policy";

/**
 * Renames a tag on every post that has it; its address follows the name, and the former one leads on to it. Takes
 * `{ id, name }`, untrusted. Returns its slug, or `forbidden`, `notFound`, or `invalid` with fields: `nameTaken` when
 * another tag has the name (then they are to be merged).
 */
export async function renameTag(actor: Actor, input: unknown): Promise<Result<{ slug: string }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = tagInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, name } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockTags(tx);
    const before = await tx.tag.findUnique({ where: { id }, select: { name: true, slug: true } });
    if (!before) return { ok: false, error: "notFound" };
    const isTaken = await tx.tag.count({ where: { name: { equals: literally(name), mode: "insensitive" }, id: { not: id } } });
    if (isTaken) return { ok: false, error: "invalid", fields: { name: ["nameTaken"] } };
    const slug = before.name === name ? before.slug : await freeTagSlug(tx, name, id);
    if (slug !== before.slug) {
      await tx.tagRedirect.deleteMany({ where: { slug, tagId: id } });
      await tx.tagRedirect.create({ data: { slug: before.slug, tagId: id } });
    }
    await tx.tag.update({ where: { id }, data: { name, slug }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "tag.rename", subject: { type: "tag", id }, from: before, to: { name, slug } });
    await markChanged(tx, tags.tag(id), tags.missing(`tag/${slug}`));
    return { ok: true, slug };
  });
}
