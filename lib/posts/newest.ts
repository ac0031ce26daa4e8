import { tags } from "@/lib/cache/tags";
import { isOutage } from "@/lib/db/errors";
import { logError } from "@/lib/log";
import type { PostCard } from "@/lib/posts/cards";
import { listPage } from "@/lib/posts/list-pages";
import { dependsOn } from "@/lib/server/bridge";

/**
 * The newest posts, for pages that have nothing of their own to show. Takes how many, at most those of a list's page.
 * While the database is away there are none: such a page is answered then, too. Index, and what it shows: those of `publishedPosts`.
 */
export async function newestPosts(count: number): Promise<PostCard[]> {
  dependsOn(tags.posts());
  try {
    return (await listPage({}, {}))?.posts.slice(0, count) ?? [];
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("newest posts not read", error);
    return [];
  }
}
