import { daysAfter } from "@/lib/days";
import type { CommentStatus, PostKind, PostStatus, Role } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** What decides whether readers may comment under a post. */
export interface Commentable {
  kind: PostKind;
  status: PostStatus;
  commentsOpen: boolean;
  publishedAt: Date | null;
  /** Days after publication in which it takes comments; 0: without end; null: as the rules in force say. */
  closeAfterDays: number | null;
}

/** What holds beside it: the rules in force for the post (rules/for-post.ts). */
export interface CommentRules {
  commentsOpen: boolean;
  /** Whether the post's category, and those above it, leave it open (rules/in-force.ts). */
  isSectionOpen: boolean;
  closeAfterDays: number;
}

/** Why a post takes no comments: it, or its category, was closed by hand (or it is a static page), the whole site is closed, or it is too old. */
export type Closing = "post" | "site" | "age";

/** What readers are told where the form would stand: also that only the newsroom may comment; the date where the post's age is the reason. */
export interface ThreadClosing {
  reason: Closing | "staff";
  closedAt: Date | null;
}

/** Whether readers may see the post at all, and so may know that it is closed. */
export function isPublic(post: Pick<Commentable, "status">): boolean {
  return post.status === "published";
}

/**
 * Why the post takes no comments now; null when it takes them. Takes the post as it is stored, and the rules in force for
 * it (rules/for-post.ts). The site's own switch closes every post; where its category is closed, `post` is said, as of one closed by hand.
 */
export function closingOf(post: Commentable, rules: CommentRules, now: Date): Closing | null {
  if (post.kind !== "post" || !post.commentsOpen || !isPublic(post)) return "post";
  if (!rules.commentsOpen) return "site";
  if (!rules.isSectionOpen) return "post";
  const end = closesAt(post, rules);
  return end && end <= now ? "age" : null;
}

/** When a post's comments close by themselves, by its own days or else by the rules in force for it; null when they never do. */
export function closesAt(post: Pick<Commentable, "publishedAt" | "closeAfterDays">, rules: CommentRules): Date | null {
  const days = post.closeAfterDays ?? rules.closeAfterDays;
  return days > 0 && post.publishedAt ? daysAfter(post.publishedAt, days) : null;
}

/** Who decides on replies: authors do not, not even under their own posts. */
export const MODERATING_ROLES: Role[] = ["administrator", "editor", "moderator"];

/** Whether the actor may say how the posts of a category are discussed. */
export function mayRuleCategory(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor";
}

/** Whether the actor may see the waiting replies, decide on them, and be shown an address. */
export function mayModerate(actor: Actor): boolean {
  return MODERATING_ROLES.includes(actor.role);
}

/** A comment as its author may change it. */
export interface Editable {
  status: CommentStatus;
  createdAt: Date;
  withdrawnAt: Date | null;
}

/** Whether its author may still change a comment: while it waits, and for some minutes after sending once it is public. */
export function mayEdit(comment: Editable, rules: { editMinutes: number }, now: Date): boolean {
  if (comment.withdrawnAt) return false;
  return comment.status === "pending" || (comment.status === "approved" && editableUntil(comment, rules) > now);
}

/** When the minutes end in which a public comment may be changed. */
export function editableUntil({ createdAt }: Pick<Editable, "createdAt">, { editMinutes }: { editMinutes: number }): Date {
  return new Date(createdAt.getTime() + editMinutes * 60_000);
}

/** Names the text that somebody saw, so that nobody decides on, or writes over, one that they did not. */
export function textVersion(editedAt: Date | null): string {
  return editedAt ? String(editedAt.getTime()) : "";
}

/** Whether who decides saw another text than the one that stands there. Takes which they saw, where that was told. */
export function isUnread({ editedAt }: { editedAt: Date | null }, seen: string | undefined): boolean {
  return seen !== undefined && seen !== textVersion(editedAt);
}

/** When a text is changed: now, and later than the last time, so that no two texts bear one version. */
export function nextVersion(last: Date | null, now: Date): Date {
  return new Date(Math.max(now.getTime(), (last?.getTime() ?? 0) + 1));
}

/** Names what the author of a comment saw when they began to change it: its text, and whether it was public. */
export function editVersion({ status, editedAt }: { status: CommentStatus; editedAt: Date | null }): string {
  return `${status}.${textVersion(editedAt)}`;
}
