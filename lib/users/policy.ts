import type { Role } from "@/lib/db/generated/enums";

/** Who acts in the newsroom: a signed-in user, as the session's check found them. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
}

/** Whether the actor may see and change who works here: invite, change roles, deactivate. */
export function mayManageUsers(actor: Actor): boolean {
  return actor.role === "administrator";
}
