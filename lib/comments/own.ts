import { maskAddress } from "@/lib/comments/mask";
import { openEmail } from "@/lib/comments/contact";
import { renderComment } from "@/lib/comments/markdown";
import { editableUntil, editVersion, isPublic, mayEdit } from "@/lib/comments/policy";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { rulesOf } from "@/lib/comments/rules/for-post";
import type { CommentStatus, SubscriptionKind } from "@/lib/db/generated/enums";
import { wishOf, type Wish } from "@/lib/comments/wish";
import { privateDb } from "@/lib/db/private";
import type { SiteSettings } from "@/lib/settings/schema";
import { statementsOf, type OwnStatement } from "@/lib/statements/own";

/** What became of a reply, as its author may know it. */
export type Fate = "awaiting" | "published" | "declined" | "spam" | "withdrawn" | "deleted";

/** A reply as its author sees it. */
export interface OwnReply {
  id: string;
  fate: Fate;
  /** What the newsroom told its author of the decision; null unless it was turned down. */
  reason: string | null;
  /** Why it is not public, or not with all that it said; none when it is, or nothing was stated. */
  statements: OwnStatement[];
  /** Whether it is read only once the link was opened that was mailed for it; said only while it waits. */
  awaitsProof: boolean;
  /** Whether something in it made the site's checks ask a person; said only while it waits. */
  isHeld: boolean;
  name: string;
  website: string | null;
  /** As it was typed. */
  body: string;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  /** Whether the newsroom changed the text last. */
  editedByStaff: boolean;
  /** What it said before each change of the newsroom, the first one first. */
  edits: { at: Date; before: string }[];
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  /** Null when it cannot be changed any more. */
  edit: OwnEdit | null;
  /** Where mails about it go; null when no address is kept. Masked, since who holds a receipt has not proven it. */
  maskedAddress: string | null;
  wishes: Record<SubscriptionKind, Wish>;
  /** Null while readers cannot see the post. */
  post: { slug: string; title: string; lang: string } | null;
}

/** How a reply may be changed. */
export interface OwnEdit {
  /** Null while it waits: until it is decided. */
  until: Date | null;
  /** What decides whether a public one stays on the page. */
  moderation: SiteSettings["moderation"];
  /** What the act must hear of what was seen (lib/comments/policy.ts, editVersion). */
  seen: string;
}

const FATES: Record<CommentStatus, Fate> = {
  pending: "awaiting",
  approved: "published",
  rejected: "declined",
  trash: "declined",
  spam: "spam",
};

interface Fated {
  status: CommentStatus;
  withdrawnAt: Date | null;
  deletedByStaff?: boolean;
}

/** What became of a comment. Takes it as it is stored. */
export function fateOf({ status, withdrawnAt, deletedByStaff }: Fated): Fate {
  if (withdrawnAt) return deletedByStaff ? "deleted" : "withdrawn";
  return FATES[status];
}

/** What the newsroom told a comment's author of its decision: only while it is turned down. Takes it as it is stored. */
export function toldReason(comment: { status: CommentStatus; withdrawnAt: Date | null; reason: string | null }): string | null {
  return fateOf(comment) === "declined" ? comment.reason : null;
}

/** The columns of a comment that are its author's to see. */
export const AUTHORS = {
  id: true,
  status: true,
  name: true,
  website: true,
  body: true,
  createdAt: true,
  editedAt: true,
  editedByStaff: true,
  edits: { where: { undoneAt: null }, select: { at: true, before: true }, orderBy: { at: "asc" } },
  decidedAt: true,
  withdrawnAt: true,
  deletedByStaff: true,
  reason: true,
} as const;

/**
 * The reply that a receipt opens. Takes the receipt's key, and the time now; returns null when we did not sign it or the
 * reply is gone. Index: the primary keys, subscription (comment_id, kind), and those of statementsOf.
 */
export async function ownReply(key: string, now = new Date()): Promise<OwnReply | null> {
  const id = commentOfReceipt(key);
  const comment = id && (await privateDb.comment.findUnique({ where: { id }, select: OWN }));
  if (!comment) return null;
  const { status, score, awaitsProof, post, contact, subscriptions, postId, ...shown } = comment;
  const rules = await rulesOf(privateDb, postId);
  const { status: postStatus, ...link } = post;
  return {
    ...shown,
    fate: fateOf(comment),
    reason: toldReason(comment),
    statements: comment.withdrawnAt ? [] : await statementsOf(privateDb, comment, now),
    awaitsProof: status === "pending" && awaitsProof && contact !== null,
    isHeld: status === "pending" && score > 0,
    html: renderComment(shown.body),
    edit: mayEdit(comment, rules, now)
      ? {
          until: status === "pending" ? null : editableUntil(comment, rules),
          moderation: rules.moderation,
          seen: editVersion(comment),
        }
      : null,
    maskedAddress: contact && maskAddress(openEmail(contact.emailSealed)),
    wishes: { published: wishOf(subscriptions, "published"), answered: wishOf(subscriptions, "answered") },
    post: isPublic({ status: postStatus }) ? link : null,
  };
}

const OWN = {
  ...AUTHORS,
  postId: true,
  score: true,
  awaitsProof: true,
  post: { select: { slug: true, title: true, lang: true, status: true } },
  contact: { select: { emailSealed: true } },
  subscriptions: { where: { endedAt: null }, select: { id: true, kind: true, confirmedAt: true } },
} as const;
