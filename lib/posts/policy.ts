import type { PostKind, PostStatus, Role } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** What decides whether an actor may touch a post: what it is, and whose. */
export interface OwnedPost {
  kind: PostKind;
  status: PostStatus;
  /** Where it was before it came into the trash. */
  trashedFrom?: PostStatus | null;
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

/** Whether the actor may change this post's text: who may open it, contributors only until they gave it to the desk, and nobody what lies in the trash. */
export function mayWritePost(actor: Actor, post: OwnedPost): boolean {
  return post.status !== "trash" && mayReadPost(actor, post) && (actor.role !== "contributor" || post.status === "draft");
}

/** Whether the actor may bring this post before readers, now or at a time, and take it off: authors their own, contributors none (DESIGN.md §1). */
export function mayPublishPost(actor: Actor, post: OwnedPost): boolean {
  return mayReadPost(actor, post) && actor.role !== "contributor";
}

/** Whether the actor may throw this post away, or take it out of the trash again: who may publish it, contributors their own drafts. */
export function mayTrashPost(actor: Actor, post: OwnedPost): boolean {
  const status = post.status === "trash" ? post.trashedFrom : post.status;
  return mayPublishPost(actor, post) || (mayReadPost(actor, post) && status === "draft");
}

/** What becomes of a post on its way to readers and back. */
export type Move =
  "submit" | "sendBack" | "schedule" | "unschedule" | "publish" | "withdraw" | "archive" | "unarchive" | "trash" | "restore";

interface Rule {
  from: PostStatus[];
  /** Where it leads; null where that depends on the post (`restingStatus`). */
  to: PostStatus | null;
  may: (actor: Actor, post: OwnedPost) => boolean;
}

/** The one table of moves: from where to where, and who may. The database refuses some others too (post_status_moves). */
export const MOVES: Record<Move, Rule> = {
  submit: { from: ["draft"], to: "in_review", may: mayReadPost },
  sendBack: { from: ["in_review"], to: "draft", may: mayPublishPost },
  schedule: { from: ["draft", "in_review", "scheduled", "unpublished"], to: "scheduled", may: mayPublishPost },
  unschedule: { from: ["scheduled"], to: null, may: mayPublishPost },
  publish: { from: ["draft", "in_review", "scheduled", "unpublished"], to: "published", may: mayPublishPost },
  withdraw: { from: ["published"], to: "unpublished", may: mayPublishPost },
  archive: { from: ["unpublished"], to: "archived", may: mayPublishPost },
  unarchive: { from: ["archived"], to: "unpublished", may: mayPublishPost },
  trash: { from: ["draft", "in_review", "scheduled", "published", "unpublished", "archived"], to: "trash", may: mayTrashPost },
  restore: { from: ["trash"], to: null, may: mayTrashPost },
};

/** The moves that the actor may make with this post from where it stands, in the table's order. */
export function movesFor(actor: Actor, post: OwnedPost): Move[] {
  return (Object.keys(MOVES) as Move[]).filter((move) => MOVES[move].from.includes(post.status) && MOVES[move].may(actor, post));
}

/**
 * Where a post comes to rest that leaves the schedule or the trash: where it was, but never before readers, and what
 * was public once is never a draft again.
 */
export function restingStatus(post: { wasPublic: boolean; trashedFrom: PostStatus | null }): PostStatus {
  const { wasPublic, trashedFrom } = post;
  if (trashedFrom && trashedFrom !== "published" && trashedFrom !== "scheduled") return trashedFrom;
  return wasPublic ? "unpublished" : "draft";
}
