import { getFormatter, getTranslations } from "next-intl/server";
import { ClosedNote } from "@/components/public/closed-note";
import { ReplyBox } from "@/components/public/reply-box";
import { StaffOnly } from "@/components/public/staff-only";
import { NewReplies } from "@/components/public/new-replies";
import { CommentList } from "@/components/public/thread";
import { ThreadPages } from "@/components/public/thread-pages";
import type { ThreadClosing } from "@/lib/comments/policy";
import type { Thread } from "@/lib/comments/public";
import type { Previewed, Refused } from "@/lib/server/bridge";
import type { SiteSettings } from "@/lib/settings/schema";
import styles from "./replies.module.css";

interface RepliesProps {
  post: { id: string; slug: string; lang: string };
  thread: Thread;
  avatars: SiteSettings["avatars"];
  /** What the newsroom expects of a reply; empty where it says nothing. */
  guidelines: string;
  commenters: SiteSettings["commenters"];
  /** Why nobody can answer (any more). */
  closing: ThreadClosing | null;
  /** The refusal that the page is made again for (lib/server/bridge). */
  refused?: Refused;
  /** The preview that the page is made again for. */
  previewed?: Previewed;
}

/**
 * What readers say under a post, page by page, and the form to answer. Takes the post, a page of its thread, why it is
 * closed, a refusal or a preview: what was typed stays in a form even then.
 */
export async function Replies({ post, thread, avatars, guidelines, commenters, closing, refused, previewed }: RepliesProps) {
  const [t, format] = await Promise.all([getTranslations("thread"), getFormatter()]);
  const { slug, lang } = post;
  const path = `/${slug}`;
  const form = { postId: post.id, path, guidelines, commenters };
  return (
    <div className={styles.replies}>
      {/* Without a name of its own: "3 comments" would answer to the label of the form's field, "Comment". */}
      <section id="comments">
        <h2 className={styles.heading}>{t("count", { count: thread.count })}</h2>
        {thread.only && (
          <p className={styles.only}>
            {t("one")} <a href={`${path}#comments`}>{t("all")}</a>
          </p>
        )}
        <CommentList comments={thread.comments} slug={slug} lang={lang} mayReply={!closing} avatars={avatars} t={t} format={format} />
        <ThreadPages slug={slug} thread={thread} t={t} />
        {thread.isFromWordPress && <script type="module" fetchPriority="low" src="/islands/former.js" />}
        <NewReplies postId={post.id} path={path} count={thread.count} />
      </section>
      {!closing || refused || previewed ? (
        <ReplyBox {...form} replyTo={thread.replyTo} refused={refused} previewed={previewed} />
      ) : closing.reason === "staff" ? (
        <StaffOnly isOpen={thread.replyTo !== null}>
          <ReplyBox {...form} replyTo={thread.replyTo} />
        </StaffOnly>
      ) : (
        <ClosedNote postId={post.id} closing={{ reason: closing.reason, closedAt: closing.closedAt }} />
      )}
    </div>
  );
}
