import { getTranslations } from "next-intl/server";
import { ReplyBox } from "@/components/public/reply-box";
import { CommentList } from "@/components/public/thread";
import type { Thread } from "@/lib/comments/public";
import type { Refused } from "@/lib/server/bridge";
import styles from "./replies.module.css";

interface RepliesProps {
  post: { id: string; slug: string; lang: string; commentsOpen: boolean };
  thread: Thread;
  /** The refusal that the page is made again for (lib/server/bridge). */
  refused?: Refused;
}

/** What readers say under a post, page by page, and the form to answer. Takes the post, a page of its thread, a refusal. */
export async function Replies({ post, thread, refused }: RepliesProps) {
  const t = await getTranslations("replies");
  const path = `/${post.slug}`;
  return (
    <div className={styles.replies}>
      {/* Without a name of its own: "3 comments" would answer to the label of the form's field, "Comment". */}
      <section id="comments">
        <h2 className={styles.heading}>{t("count", { count: thread.count })}</h2>
        {thread.only && (
          <p>
            <a href={`${path}#comments`}>{t("all")}</a>
          </p>
        )}
        <CommentList comments={thread.comments} path={path} lang={post.lang} mayReply={post.commentsOpen} />
        <Pages path={path} thread={thread} />
      </section>
      <ReplyBox postId={post.id} path={path} isOpen={post.commentsOpen} replyTo={thread.replyTo} refused={refused} />
    </div>
  );
}

/** Plain links to the neighbouring pages of the thread. Oldest stand first, so the next page is the newer one. */
async function Pages({ path, thread: { before, after, only } }: { path: string; thread: Thread }) {
  if (!before && !after) return null;
  const t = await getTranslations("replies");
  const href = (cursor: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...cursor, ...(only && { replies: only }) }).toString()}#comments`;
  return (
    <nav className={styles.pages} aria-label={t("pages")}>
      {before && (
        <a rel="prev" href={href({ before })}>
          {t("older")}
        </a>
      )}
      {after && (
        <a rel="next" href={href({ after })}>
          {t("newer")}
        </a>
      )}
    </nav>
  );
}
