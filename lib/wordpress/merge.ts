import type { WordPressComment, WordPressExport, WordPressPost } from "@/lib/wordpress/export";

/**
 * Two files into which the export of one site was split, as one: what a post in one of them names, its pictures, its author
 * and whom its comments answer, may stand in the other. Of what stands in both, the second tells; of such a post the comments
 * are those of both.
 */
export function mergeExports(one: WordPressExport, other: WordPressExport): WordPressExport {
  const posts = new Map(one.posts.map((post) => [post.id, post]));
  for (const post of other.posts) posts.set(post.id, { ...post, comments: commentsOfBoth(posts.get(post.id), post) });
  const others = new Map(one.others);
  for (const [kind, count] of other.others) others.set(kind, (others.get(kind) ?? 0) + count);
  return {
    site: one.site,
    lang: one.lang ?? other.lang,
    people: [...other.people, ...one.people],
    posts: [...posts.values()],
    pictures: new Map([...one.pictures, ...other.pictures]),
    others,
  };
}

function commentsOfBoth(one: WordPressPost | undefined, other: WordPressPost): WordPressComment[] {
  return [...new Map([...(one?.comments ?? []), ...other.comments].map((comment) => [comment.number, comment])).values()];
}
