import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { isReserved } from "@/lib/posts/reserved";
import { dependsOn } from "@/lib/server/bridge";

/**
 * The language (BCP 47) of the published post or static page at a slug, or null. Where the site's own pages stand nothing
 * is asked: those that are shown while the database is away need it. Index: post_slug_key. Shows: the post.
 */
export async function languageAt(slug: string): Promise<string | null> {
  if (isReserved(slug)) return null;
  const post = await publicDb.post.findFirst({ where: { slug, status: "published" }, select: { id: true, lang: true } });
  if (post) dependsOn(tags.post(post.id));
  return post?.lang ?? null;
}
