import type { Actor } from "@/lib/users/policy";

/** Whether the actor may choose what stands on the front page, and in which order. */
export function mayArrangeFront(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor";
}

/** Whether the actor may change the site's settings. */
export function mayChangeSettings(actor: Actor): boolean {
  return actor.role === "administrator";
}
