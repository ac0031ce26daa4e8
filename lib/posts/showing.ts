import { tags } from "@/lib/cache/tags";
import type { PostKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";

/**
 * The tags of every page that shows a post or would: its own, the lists, those whose editor chose it as related,
 * and the pages that say "not found" at its present and former addresses. For when a post appears or goes.
 * Indexes: redirect (post_id), related_post (related_id).
 */
export async function showingTags(tx: Tx, post: { id: string; slug: string; kind: PostKind }): Promise<string[]> {
  const redirects = await tx.redirect.findMany({ where: { postId: post.id }, select: { slug: true }, take: 1000 });
  const choosers = await tx.relatedPost.findMany({
    where: { relatedId: post.id, post: { status: "published" } },
    select: { postId: true },
    take: 1000,
  });
  return [
    tags.post(post.id),
    listTag(post.kind),
    tags.missing(post.slug),
    ...redirects.map(({ slug }) => tags.missing(slug)),
    ...choosers.map(({ postId }) => tags.post(postId)),
  ];
}

/** The list that a post or static page stands in: the front page and what is filled from it, or every page's footer. */
export function listTag(kind: PostKind): string {
  return kind === "page" ? tags.pages() : tags.posts();
}
