import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

/**
 * The slug of the published post that had this number in WordPress, or null. Takes the number as somebody sent it.
 * Index: post_wordpress_id_key. Shows: the post.
 */
export async function movedFromWordPress(number: string): Promise<string | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const post = await publicDb.post.findUnique({ where: { wordpressId: Number(number) }, select: { id: true, slug: true } });
  if (post) dependsOn(tags.post(post.id));
  return post?.slug ?? null;
}
