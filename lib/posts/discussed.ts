import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { cards, type PostCard } from "@/lib/posts/cards";
import { dependsOn } from "@/lib/server/bridge";

/** So many are kept and shown. */
export const MOST_DISCUSSED = 5;

/**
 * The posts that readers answered most in the last seven days, each with the number of those replies, as they were
 * ranked last (lib/posts/rank-discussed.ts). Indexes: discussed_post_position_key, post's primary key. Shows: the
 * ranking, each post.
 */
export async function discussedPosts(): Promise<(PostCard & { replies: number })[]> {
  dependsOn(tags.discussed());
  const ranked = await publicDb.discussedPost.findMany({
    select: { postId: true, replies: true },
    orderBy: { position: "asc" },
    take: MOST_DISCUSSED,
  });
  const posts = await cards(ranked.map(({ postId }) => postId));
  return posts.map((post) => ({ ...post, replies: ranked.find(({ postId }) => postId === post.id)?.replies ?? 0 }));
}
