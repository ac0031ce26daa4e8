import type { Role } from "@/lib/db/generated/enums";

/** Who acts in the newsroom: a signed-in user, as the session's check found them. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
}

/** A section of the newsroom. */
export type Section =
  | "overview"
  | "comments"
  | "commenters"
  | "posts"
  | "pages"
  | "categories"
  | "tags"
  | "media"
  | "front"
  | "users"
  | "mail"
  | "ledger"
  | "settings";

/** Whether the actor may see and change who works here: invite, change roles, deactivate. */
export function mayManageUsers(actor: Actor): boolean {
  return actor.role === "administrator";
}

/** The sections that the actor works in, in the order of the navigation. What one may do there, each act decides. */
export function sectionsFor(actor: Actor): Section[] {
  return SECTIONS[actor.role];
}

const SECTIONS: Record<Role, Section[]> = {
  administrator: [
    "overview",
    "comments",
    "commenters",
    "posts",
    "pages",
    "categories",
    "tags",
    "media",
    "users",
    "mail",
    "ledger",
    "settings",
  ],
  // The front page is one of the settings, which are the administrators'.
  editor: ["overview", "comments", "commenters", "posts", "pages", "categories", "tags", "media", "front"],
  author: ["overview", "posts", "media"],
  contributor: ["overview", "posts", "media"],
  moderator: ["overview", "comments", "commenters"],
};
