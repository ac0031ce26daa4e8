import type { Actor } from "@/lib/users/policy";

/** Whether the actor may see what the site mailed: a mail holds links that let its recipient in. */
export function mayReadMail(actor: Actor): boolean {
  return actor.role === "administrator";
}
