import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { inOrderOf } from "@/lib/ids";
import { published, type PostCard } from "@/lib/posts/cards";
import { describePost } from "@/lib/posts/describe";
import { dependsOn } from "@/lib/server/bridge";

/** A post with all that is read of it where it stands whole in a list. */
export interface FullPost extends PostCard {
  bodyHtml: string;
  /** In a sentence or two. */
  description: string;
  revisedAt: Date | null;
  authors: { name: string; slug: string | null }[];
  /** Names. */
  tags: string[];
}

/**
 * The posts of a list with their texts, in its order, for where they are read whole: feeds. Takes posts as lists show
 * them (which noted what they depend on). Indexes: the primary key, (post_id, position) of the lists. Shows: each post,
 * its authors and tags.
 */
export async function fullPosts(cards: PostCard[]): Promise<FullPost[]> {
  if (cards.length === 0) return [];
  const ids = cards.map(({ id }) => id);
  const rows = await publicDb.post.findMany({
    where: { id: { in: ids }, ...published },
    select: {
      id: true,
      bodyHtml: true,
      bodyText: true,
      seoDescription: true,
      revisedAt: true,
      authors: { select: { user: { select: { id: true, name: true, slug: true } } }, orderBy: { position: "asc" }, take: 10 },
      tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { position: "asc" }, take: 20 },
    },
    take: ids.length,
  });
  return inOrderOf(ids, rows).flatMap(({ id, bodyText, seoDescription, ...row }) => {
    const card = cards.find((each) => each.id === id);
    if (!card) return [];
    dependsOn(...row.authors.map(({ user }) => tags.user(user.id)), ...row.tags.map(({ tag }) => tags.tag(tag.id)));
    return {
      ...card,
      ...row,
      description: seoDescription || describePost({ ...card, bodyText }),
      authors: row.authors.map(({ user: { name, slug } }) => ({ name, slug })),
      tags: row.tags.map(({ tag }) => tag.name),
    };
  });
}
