import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { translationTags } from "@/lib/posts/translation-group";
import { MAX_RELATED, MAX_TAGS } from "@/lib/posts/schema";

/**
 * The tags of where a post stands beside its own page and the list of all: the lists of its category, of its tags and
 * of its month, the pages of posts that it was chosen for from both sides, and those of its translations with the site
 * maps that name them. For when it appears, goes, or moves: then before and after. Indexes: primary keys, post_translations.
 */
export async function placeTags(tx: Tx, postId: string): Promise<string[]> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: { categoryId: true, publishedAt: true } });
  const tagged = await tx.postTag.findMany({ where: { postId }, select: { tagId: true }, take: MAX_TAGS });
  const mutual = await tx.relatedPost.findMany({ where: { postId, isMutual: true }, select: { relatedId: true }, take: MAX_RELATED });
  return [
    ...(post?.categoryId ? [tags.categoryPosts(post.categoryId)] : []),
    ...(post?.publishedAt ? [tags.month(post.publishedAt)] : []),
    ...tagged.map(({ tagId }) => tags.tagPosts(tagId)),
    ...mutual.map(({ relatedId }) => tags.related(relatedId)),
    ...(await translationTags(tx, postId)),
  ];
}
