import { tags } from "@/lib/cache/tags";
import { isOutage } from "@/lib/db/errors";
import { logError } from "@/lib/log";
import type { PostCard } from "@/lib/posts/cards";
import { listPage } from "@/lib/posts/list-pages";
import { dependsOn } from "@/lib/server/bridge";

const NEWEST = 3;

/**
 * The three newest posts, for pages that have nothing of their own to show.
 * While the database is away there are none: such a page is answered then, too. Index, and what it shows: those of `publishedPosts`.
 */
export async function newestPosts(): Promise<PostCard[]> {
  dependsOn(tags.posts());
  try {
    return (await listPage({}, {}))?.posts.slice(0, NEWEST) ?? [];
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("newest posts not read", error);
    return [];
  }
}
