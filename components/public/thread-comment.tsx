import type { getFormatter, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/public/avatar";
import { commentPath } from "@/lib/comments/address";
import type { Answered, MoreAnswers, ThreadComment } from "@/lib/comments/thread/tree";
import type { SiteSettings } from "@/lib/settings/schema";
import { roomFor } from "./thread-room";
import styles from "./thread.module.css";

/** What all comments of a page are shown with. The messages are fetched once, and not by each of hundreds. */
export interface CommentView {
  slug: string;
  /** The post's language, which its readers write in. */
  lang: string;
  mayReply: boolean;
  avatars: SiteSettings["avatars"];
  t: Awaited<ReturnType<typeof getTranslations<"thread">>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
}

/** One comment: who wrote it to whom and when, its text, and the way to answer it. */
export function Comment({ comment, slug, lang, mayReply, avatars, t, format }: CommentView & { comment: ThreadComment }) {
  const anchor = `comment-${comment.id}`;
  if (comment.isWithdrawn) {
    return (
      <article className={styles.comment} id={anchor} aria-labelledby={`${anchor}-by`}>
        <p className={styles.withdrawn} id={`${anchor}-by`}>
          {t("withdrawn")}
        </p>
      </article>
    );
  }
  const { id, name, website, createdAt, answersTo, mark } = comment;
  const room = roomFor(comment);
  return (
    <article className={`${styles.comment} ${room ? styles[room] : ""}`} id={anchor} aria-labelledby={`${anchor}-by`}>
      {comment.wordpressId !== null && <span id={`comment-${comment.wordpressId}`} />}
      <header className={styles.head}>
        <Avatar name={name} bytes={comment.avatar} kind={avatars} />
        <div className={styles.by}>
          <span className={styles.name} id={`${anchor}-by`}>
            {website ? (
              <a href={website} rel="nofollow ugc noopener">
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}
          </span>
          {mark && <span className={styles[mark]}>{t(mark)}</span>}
          {comment.isPinned && <span className={styles.pinned}>{t("pinned")}</span>}
          {answersTo && <AnswersTo {...answersTo} slug={slug} t={t} />}
          <div className={styles.facts}>
            <a className={styles.when} href={commentPath(slug, id)}>
              <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt, { dateStyle: "long", timeStyle: "short" })}</time>
            </a>
            {comment.edited && <span className={styles.edited}>{t(`editedBy.${comment.edited}`)}</span>}
          </div>
        </div>
      </header>
      <div className={styles.text} lang={lang} dangerouslySetInnerHTML={{ __html: comment.html }} />
      {comment.closed === "first" && <p className={styles.closed}>{t("threadClosed")}</p>}
      {mayReply && !comment.closed && (
        <a className={styles.action} rel="nofollow" href={`/${slug}?replyto=${id}#reply`} data-reply={id} data-name={name}>
          {t.rich("replyTo", { name: () => <bdi>{name}</bdi>, quiet: (text) => <span className="visually-hidden">{text}</span> })}
        </a>
      )}
      <a className={styles.report} rel="nofollow" href={`/report/${id}`} aria-describedby={`${anchor}-by`}>
        {t("report")}
      </a>
    </article>
  );
}

/** Whom a comment answers: seen where it does not stand right under that one, heard everywhere. */
function AnswersTo({ id, name, isAbove, isHere, slug, t }: Answered & Pick<CommentView, "slug" | "t">) {
  const to = t.rich("to", { name: () => <bdi>{name}</bdi> });
  if (isAbove) return <span className="visually-hidden">{to}</span>;
  return (
    <a className={styles.to} href={isHere ? `#comment-${id}` : commentPath(slug, id)}>
      {to}
    </a>
  );
}

/** The way to the rest of a long thread, and how long that is. */
export function MoreLink({ root, after, count, isAtLeast, slug, t }: MoreAnswers & Pick<CommentView, "slug" | "t">) {
  return (
    <a className={styles.more} href={`/${slug}?${new URLSearchParams({ after, replies: root.id }).toString()}#comments`}>
      {t.rich(isAtLeast ? "manyAnswers" : "moreAnswers", {
        count,
        name: () => (root.name ? <bdi>{root.name}</bdi> : t("withdrawnOne")),
      })}
    </a>
  );
}
