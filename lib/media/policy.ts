import type { Actor } from "@/lib/users/policy";

/** Whether the actor may upload pictures and choose among those that are there: everyone who writes posts. */
export function mayUseMedia(actor: Actor): boolean {
  return actor.role !== "moderator";
}
