import { MODERATING_ROLES } from "@/lib/comments/policy";
import type { Tx } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** Whose decision a complaint is about, and whether somebody else could look at it again. */
export interface Deciders {
  /** Null: the site's own rule decided, or nobody who is known. */
  firstId: string | null;
  hasOthers: boolean;
}

/** Who decided by a row of the ledger, and whether there is anybody besides the actor. Takes the transaction, the actor, and the row's id. Indexes: the primary keys; the few users. */
export async function firstDeciders(tx: Tx, actor: Actor, eventId: string | null): Promise<Deciders> {
  const event = eventId ? await tx.auditEvent.findUnique({ where: { id: eventId }, select: { actorId: true } }) : null;
  return { firstId: event?.actorId ?? null, hasOthers: await hasOtherDeciders(tx, actor) };
}

/** Whether anybody besides the actor decides on comments here. */
export async function hasOtherDeciders(tx: Tx, actor: Actor): Promise<boolean> {
  const other = await tx.user.findFirst({
    where: { id: { not: actor.id }, role: { in: MODERATING_ROLES }, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true },
  });
  return other !== null;
}
