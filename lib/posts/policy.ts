import type { PostKind, Role } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** What decides whether an actor may touch a post: what it is, and whose. */
export interface OwnedPost {
  kind: PostKind;
  authorIds: string[];
}

const DESK: Role[] = ["administrator", "editor"];

/** Whether the actor writes here at all: administrators, editors and authors do, moderators do not (issue 3, roles). */
export function mayWritePosts(actor: Actor): boolean {
  return DESK.includes(actor.role) || actor.role === "author";
}

/** Whether the actor writes everyone's posts, the static pages, and chooses by-lines: administrators and editors. */
export function mayEditAllPosts(actor: Actor): boolean {
  return DESK.includes(actor.role);
}

/**
 * Whether the actor may change, publish and withdraw this post. Authors do so with the posts that carry their
 * by-line (DESIGN.md §1: "authors and editors write, schedule and publish"); static pages are the desk's.
 */
export function mayWritePost(actor: Actor, post: OwnedPost): boolean {
  return mayEditAllPosts(actor) || (actor.role === "author" && post.kind === "post" && post.authorIds.includes(actor.id));
}
