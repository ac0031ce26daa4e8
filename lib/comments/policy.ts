import type { PostKind, PostStatus } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** What decides whether readers may comment under a post. */
export interface Commentable {
  kind: PostKind;
  status: PostStatus;
  commentsOpen: boolean;
}

/** Whether readers may see the post at all, and so may know that it is closed. */
export function isPublic(post: Pick<Commentable, "status">): boolean {
  return post.status === "published";
}

/** Whether readers may comment under the post: published, no static page, and open for comments. */
export function mayComment(post: Commentable): boolean {
  return isPublic(post) && post.kind === "post" && post.commentsOpen;
}

/** Whether the actor may see the waiting replies, decide on them, and be shown an address: authors may not, not even under their own posts. */
export function mayModerate(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor" || actor.role === "moderator";
}
