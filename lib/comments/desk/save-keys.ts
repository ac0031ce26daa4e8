import { recordAudit } from "@/lib/audit/record";
import { keptOf, keysInput } from "@/lib/comments/desk/key-schema";
import { mayModerate } from "@/lib/comments/policy";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Gives the keys of the moderation's lists other acts for the actor alone, or switches them off (WCAG 2.2, 2.1.4). Takes
 * untrusted fields, one an act, and `on`. Refuses with `forbidden` for who does not moderate, and `invalid`: `tooLong`
 * for more than one character, `invalidChoice` for the key that shows the keys, `inUse` for each of two alike.
 */
export async function saveKeys(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = keysInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  await store(actor, keptOf(parsed.data) ?? Prisma.DbNull);
  return { ok: true };
}

/** Gives the actor the keys that everybody has. Refuses with `forbidden` for who does not moderate. */
export async function resetKeys(actor: Actor): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  await store(actor, Prisma.DbNull);
  return { ok: true };
}

async function store(actor: Actor, deskKeys: Prisma.InputJsonValue | typeof Prisma.DbNull): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { deskKeys }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "user.changeKeys", subject: { type: "user", id: actor.id } });
  });
}
