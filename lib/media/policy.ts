import type { Actor } from "@/lib/users/policy";

/** Whether the actor may upload pictures and choose among those that are there: everyone who writes posts. */
export function mayUseMedia(actor: Actor): boolean {
  return actor.role !== "moderator";
}

/** Whether the actor may change, replace or delete a picture: the desk any, the others what they uploaded themselves. */
export function mayChangePicture(actor: Actor, picture: { uploadedById: string }): boolean {
  if (actor.role === "administrator" || actor.role === "editor") return true;
  return mayUseMedia(actor) && picture.uploadedById === actor.id;
}
