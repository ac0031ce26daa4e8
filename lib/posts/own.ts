import { privateDb } from "@/lib/db/private";
import { card } from "@/lib/posts/cards";
import { openPreviewKey } from "@/lib/posts/preview-key";
import { MAX_AUTHORS, MAX_RELATED } from "@/lib/posts/schema";
import { shownRelated } from "@/lib/posts/shown-related";

/**
 * A post as it was saved last, public or not, as its page will show it: with today's date until it has one, and with
 * the Related Posts that readers would see. Takes a preview's key, untrusted, and the time now. Null when the
 * key opens nothing (any more). Indexes: primary keys, (post_id, position) of both lists, and
 * those of `shownRelated`.
 */
export async function previewedPost(key: string, now: Date) {
  const id = openPreviewKey(key, now);
  const post =
    id &&
    (await privateDb.post.findUnique({
      where: { id },
      select: {
        ...card,
        kind: true,
        bodyHtml: true,
        authors: { select: { user: { select: { id: true, name: true, slug: true } } }, orderBy: { position: "asc" }, take: MAX_AUTHORS },
        related: { select: { relatedId: true }, orderBy: { position: "asc" }, take: MAX_RELATED },
      },
    }));
  if (!post) return null;
  const related = await shownRelated(
    privateDb,
    id,
    post.related.map(({ relatedId }) => relatedId),
  );
  return { ...post, publishedAt: post.publishedAt ?? now, authors: post.authors.map(({ user }) => user), related };
}
