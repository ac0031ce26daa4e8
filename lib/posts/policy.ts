import type { PostKind, PostStatus, Role } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** What decides whether an actor may touch a post: what it is, and whose. */
export interface OwnedPost {
  kind: PostKind;
  status: PostStatus;
  authorIds: string[];
}

const DESK: Role[] = ["administrator", "editor"];

/** Whether the actor writes here at all: everyone does but moderators. */
export function mayWritePosts(actor: Actor): boolean {
  return DESK.includes(actor.role) || actor.role === "author" || actor.role === "contributor";
}

/** Whether the actor writes everyone's posts, the static pages, and chooses by-lines: administrators and editors. */
export function mayEditAllPosts(actor: Actor): boolean {
  return DESK.includes(actor.role);
}

/** Whether the actor may open this post: the desk all, authors and contributors those that carry their by-line; static pages are the desk's. */
export function mayReadPost(actor: Actor, post: OwnedPost): boolean {
  return mayEditAllPosts(actor) || (mayWritePosts(actor) && post.kind === "post" && post.authorIds.includes(actor.id));
}

/** Whether the actor may change this post's text: who may open it, and contributors only until they gave it to the desk. */
export function mayWritePost(actor: Actor, post: OwnedPost): boolean {
  return mayReadPost(actor, post) && (actor.role !== "contributor" || post.status === "draft");
}

/** Whether the actor may bring this post before readers, now or at a time, and take it off: authors their own, contributors none (DESIGN.md §1). */
export function mayPublishPost(actor: Actor, post: OwnedPost): boolean {
  return mayReadPost(actor, post) && actor.role !== "contributor";
}
