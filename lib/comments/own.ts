import { renderComment } from "@/lib/comments/markdown";
import { isPublic } from "@/lib/comments/policy";
import { commentOfReceipt } from "@/lib/comments/receipt";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";

/** What became of a reply, as its author may know it. */
export type Fate = "awaiting" | "published" | "declined" | "spam";

/** A reply as its author sees it. */
export interface OwnReply {
  id: string;
  fate: Fate;
  name: string;
  website: string | null;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  /** Null while readers cannot see the post. */
  post: { slug: string; title: string; lang: string } | null;
}

const FATES: Record<CommentStatus, Fate> = {
  pending: "awaiting",
  approved: "published",
  rejected: "declined",
  trash: "declined",
  spam: "spam",
};

/**
 * The reply that a receipt opens. Takes the receipt's key; returns null when we did not sign it or the reply is gone.
 * Index: the primary key.
 */
export async function ownReply(key: string): Promise<OwnReply | null> {
  const id = commentOfReceipt(key);
  if (!id) return null;
  const comment = await privateDb.comment.findUnique({
    where: { id },
    select: {
      status: true,
      name: true,
      website: true,
      body: true,
      createdAt: true,
      post: { select: { slug: true, title: true, lang: true, status: true } },
    },
  });
  if (!comment) return null;
  const { status, body, post, ...shown } = comment;
  const { status: postStatus, ...link } = post;
  return { id, ...shown, fate: FATES[status], html: renderComment(body), post: isPublic({ status: postStatus }) ? link : null };
}
