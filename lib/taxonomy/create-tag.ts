import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { literally } from "@/lib/db/like";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { freeTagSlug, lockTags } from "@/lib/taxonomy/address";
import type { Named } from "@/lib/taxonomy/create-category";
import { mayName } from "@/lib/taxonomy/policy";
import { newInput } from "@/lib/taxonomy/schema";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes a tag, or finds the one that has this name in any spelling of case. Takes `{ name }`, untrusted. Returns its
 * id and name, or `forbidden`, or `invalid` with fields. No page shows a tag before a published post has it.
 */
export async function createTag(actor: Actor, input: unknown): Promise<Result<Named>> {
  if (!mayName(actor)) return { ok: false, error: "forbidden" };
  return privateDb.$transaction((tx) => findOrMakeTag(tx, { actorId: actor.id }, input));
}

/** The part that an import shares. Takes `{ name }`, untrusted. */
export async function findOrMakeTag(tx: Tx, by: Doer, input: unknown): Promise<Result<Named>> {
  const parsed = newInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { name } = parsed.data;
  await lockTags(tx);
  const select = { id: true, name: true } as const;
  const found = await tx.tag.findFirst({ where: { name: { equals: literally(name), mode: "insensitive" } }, select });
  if (found) return { ok: true, ...found };
  const slug = await freeTagSlug(tx, name);
  const made = await tx.tag.create({ data: { name, slug }, select });
  await recordAudit(tx, { ...by, act: "tag.create", subject: { type: "tag", id: made.id } });
  await markChanged(tx, tags.missing(`tag/${slug}`));
  return { ok: true, ...made };
}
