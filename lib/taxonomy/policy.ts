import type { Role } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

const DESK: Role[] = ["administrator", "editor"];

/** Whether the actor keeps the site's order: changes, moves, merges and deletes categories and tags. Administrators and editors. */
export function mayOrder(actor: Actor): boolean {
  return DESK.includes(actor.role);
}

/** Whether the actor may make a category or tag while writing: everyone who writes posts. */
export function mayName(actor: Actor): boolean {
  return actor.role !== "moderator";
}
