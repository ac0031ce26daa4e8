import type { Actor } from "@/lib/users/policy";

/** Whether the actor may upload pictures and choose among those that are there: everyone who writes posts. */
export function mayUseMedia(actor: Actor): boolean {
  return actor.role !== "moderator";
}

/**
 * Whether the actor may change, replace or delete a picture: the desk any, the others what they uploaded themselves, as
 * long as nothing is changed by it that others have brought before readers (`isShownByOthers`).
 */
export function mayChangePicture(actor: Actor, picture: { uploadedById: string; isShownByOthers?: boolean }): boolean {
  if (isDesk(actor)) return true;
  return mayUseMedia(actor) && picture.uploadedById === actor.id && !picture.isShownByOthers;
}

/** Whether the actor answers for everything that is published. */
export function isDesk(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor";
}
