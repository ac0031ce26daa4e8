import { publicDb } from "@/lib/db/public";

/** A published post's thread, as far as an open page needs to know. */
export interface OpenThread {
  slug: string;
  /** BCP 47. */
  lang: string;
  /** All comments of the post that readers see. */
  count: number;
}

/** The threads of those of these posts that are published, by post. Takes at most as many ids as pages may be open. Index: the primary key. */
export async function openThreads(postIds: string[]): Promise<Map<string, OpenThread>> {
  const posts = await publicDb.post.findMany({
    where: { id: { in: postIds }, kind: "post", status: "published" },
    select: { id: true, slug: true, lang: true, approvedComments: true },
    take: postIds.length,
  });
  return new Map(posts.map(({ id, slug, lang, approvedComments }) => [id, { slug, lang, count: approvedComments }]));
}

/**
 * Those of these comments that readers see: an answer only in a thread whose first comment is public, and none that its
 * author took back. Takes ids. Index: the primary key.
 */
export async function visibleComments(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await publicDb.comment.findMany({
    where: { id: { in: ids }, withdrawnAt: null, OR: [{ rootId: null }, { root: { status: "approved" } }] },
    select: { id: true },
    take: ids.length,
  });
  return new Set(rows.map(({ id }) => id));
}
