import type { Actor } from "@/lib/users/policy";

/** Whether the actor may see the waiting replies, decide on them, and be shown an address: authors may not, not even under their own posts. */
export function mayModerate(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor" || actor.role === "moderator";
}
