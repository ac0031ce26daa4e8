import { tags } from "@/lib/cache/tags";
import type { PostKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { besideTags } from "@/lib/posts/beside";
import { placeTags } from "@/lib/posts/places";

/**
 * The tags of every page that shows a post or would: its own and those whose editor chose it as related (they
 * depend on it even while it is not public, lib/posts/shown-related.ts), where it stands besides (`placeTags`),
 * the lists, the pages of the posts before and after it (`besideTags`), and the pages that say "not found" at its
 * present and former addresses. For when a post appears or goes.
 * Indexes: redirect (post_id), and those of `placeTags` and `besideTags`.
 */
export async function showingTags(tx: Tx, post: { id: string; slug: string; kind: PostKind }): Promise<string[]> {
  const redirects = await tx.redirect.findMany({ where: { postId: post.id }, select: { slug: true }, take: 1000 });
  return [
    tags.post(post.id),
    listTag(post.kind),
    tags.missing(post.slug),
    ...redirects.map(({ slug }) => tags.missing(slug)),
    ...(await placeTags(tx, post.id)),
    ...(await besideTags(tx, post.id)),
  ];
}

/** The list that a post or static page stands in: the front page and what is filled from it, or every page's footer. */
export function listTag(kind: PostKind): string {
  return kind === "page" ? tags.pages() : tags.posts();
}
