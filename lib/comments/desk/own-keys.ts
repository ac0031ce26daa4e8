import { keysFrom } from "@/lib/comments/desk/key-schema";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** The keys that the actor has in the moderation's lists; null for who does not moderate. Index: the primary key. */
export async function deskKeysOf(actor: Actor): Promise<DeskKeys | null> {
  if (!mayModerate(actor)) return null;
  const { deskKeys } = await privateDb.user.findUniqueOrThrow({ where: { id: actor.id }, select: { deskKeys: true } });
  return keysFrom(deskKeys);
}
