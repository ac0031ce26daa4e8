import { commentPath } from "@/lib/comments/address";
import { renderComment } from "@/lib/comments/markdown";
import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

const NEWEST_REPLIES = 50;

/** A public comment as a feed tells it. */
export interface NewestReply {
  id: string;
  path: string;
  name: string;
  website: string | null;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  /** The comment that it answers, where that is public; null: it answers the post. */
  answers: { id: string; path: string } | null;
}

/**
 * The newest 50 approved comments of a published post, the newest first; none that its author took back. Takes the
 * post's id and slug. Index: comment_public_newest. Shows: the post's thread.
 */
export async function newestReplies(postId: string, slug: string): Promise<NewestReply[]> {
  dependsOn(tags.thread(postId));
  const rows = await publicDb.$queryRaw<(Omit<NewestReply, "path" | "html" | "answers"> & { body: string; parentId: string | null })[]>`
    select id, name, website, body, created_at as "createdAt", edited_at as "editedAt",
      (select parent.id from comment parent where parent.id = comment.parent_id and parent.status = 'approved') as "parentId"
    from comment where post_id = ${postId}::uuid and status = 'approved' and withdrawn_at is null
    order by created_at desc, id desc limit ${NEWEST_REPLIES}`;
  return rows.map(({ body, parentId, ...row }) => ({
    ...row,
    path: commentPath(slug, row.id),
    html: renderComment(body),
    answers: parentId ? { id: parentId, path: commentPath(slug, parentId) } : null,
  }));
}
