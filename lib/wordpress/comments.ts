import { createTranslator } from "use-intl/core";
import type { Doer } from "@/lib/audit/record";
import { importComments, type ForeignComment } from "@/lib/comments/import";
import { commentFromHtml } from "@/lib/comments/text-from-html";
import { privateDb } from "@/lib/db/private";
import { siteMessages } from "@/lib/i18n/site-messages";
import type { Source } from "@/lib/posts/import-source";
import type { WordPressComment, WordPressPost } from "@/lib/wordpress/export";
import type { People } from "@/lib/wordpress/people";
import { plain } from "@/lib/wordpress/post-source";

/** So many comments come in with one act. */
const AT_ONCE = 2_000;
/** So long that may take, in milliseconds. */
const ACT_MS = 60_000;

/**
 * The comments of a post that is there, whether its text came in or not. Takes whose act it is, the post as it was read,
 * and who is of the newsroom. Returns how many are new. Index: post_source_path_key.
 */
export async function commentsIn(by: Doer, { path }: Source, { comments, publishedAt }: WordPressPost, people: People): Promise<number> {
  const post =
    comments.length > 0 ? await privateDb.post.findUnique({ where: { sourcePath: path }, select: { id: true, lang: true } }) : null;
  if (!post) return 0;
  const t = createTranslator({ ...(await siteMessages(post.lang)), namespace: "thread" });
  const of = { postId: post.id, nameless: t("nameless") };
  const inOrder = timed(
    comments.toSorted((a, b) => a.number - b.number),
    publishedAt,
  );
  const sorted = parentsFirst(inOrder).map((comment) => foreign(comment, people));
  let added = 0;
  for (let at = 0; at < sorted.length; at += AT_ONCE)
    added += await privateDb.$transaction((tx) => importComments(tx, by, of, sorted.slice(at, at + AT_ONCE)), { timeout: ACT_MS });
  return added;
}

/** Each after the one that it answers. Takes comments in the order of their numbers, which says so of most. */
function parentsFirst<Comment extends Pick<WordPressComment, "number" | "answers">>(comments: Comment[]): Comment[] {
  const byNumber = new Map(comments.map((comment) => [comment.number, comment]));
  const ordered = new Set<Comment>();
  for (const comment of comments) {
    const above = new Set<Comment>();
    for (let at: Comment | undefined = comment; at && !ordered.has(at) && !above.has(at); at = byNumber.get(at.answers)) above.add(at);
    for (const each of [...above].toReversed()) ordered.add(each);
  }
  return [...ordered];
}

function foreign({ html, name, person, ...comment }: Timed, people: People): ForeignComment {
  return { ...comment, name: plain(name), body: commentFromHtml(html), userId: people.userOf(person) };
}

type Timed = WordPressComment & { at: Date };

/**
 * WordPress's times are whole seconds; here the time orders them alone: those of one second are set a millisecond apart.
 * One without a time, or with one at which nobody wrote, has that of the one before it, the first that of the post.
 */
function timed(comments: WordPressComment[], publishedAt: Date | null): Timed[] {
  const now = Date.now();
  const known = (at: Date | null) => (at && at.getTime() > 0 && at.getTime() <= now ? at.getTime() : null);
  const seconds = new Map<number, number>();
  let second = known(publishedAt) ?? now;
  return comments.map((comment) => {
    second = known(comment.at) ?? second;
    const before = seconds.get(second) ?? 0;
    seconds.set(second, before + 1);
    return { ...comment, at: new Date(second + Math.min(before, 999)) };
  });
}
