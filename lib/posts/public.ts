import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

/** The newest published posts. Index: post_front. Shows: the list of posts. */
export async function publishedPosts() {
  dependsOn(tags.posts());
  return publicDb.post.findMany({
    where: { kind: "post", status: "published" },
    select: { id: true, slug: true, title: true },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}

/** The published post or page at a slug, or null. Index: post_slug_key. Shows: the post, or that there is none. */
export async function publishedPost(slug: string) {
  const post = await publicDb.post.findFirst({
    where: { slug, status: "published" },
    select: { id: true, lang: true, title: true, bodyHtml: true },
  });
  dependsOn(post ? tags.post(post.id) : tags.missing(slug));
  return post;
}
