import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { wishesOf, type Wishes } from "@/lib/notices/policy";
import type { Actor } from "@/lib/users/policy";

/** Of what the actor is mailed; null for who decides on nothing, and so is told of nothing. Index: notices' primary key. */
export async function ownNotices(actor: Actor): Promise<Wishes | null> {
  if (!mayModerate(actor)) return null;
  const chosen = await privateDb.notices.findUnique({
    where: { userId: actor.id },
    select: { replies: true, reports: true, complaints: true },
  });
  return chosen ?? wishesOf(actor.role);
}
