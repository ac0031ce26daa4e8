import type { Actor } from "@/lib/users/policy";

/** Whether the actor may change the site's settings. */
export function mayChangeSettings(actor: Actor): boolean {
  return actor.role === "administrator";
}
