import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnReply } from "@/lib/comments/own";
import styles from "./receipt.module.css";
import thread from "./thread.module.css";

/** What became of a reply, and the reply, for its author alone. */
export async function Receipt({ reply }: { reply: OwnReply }) {
  const [t, format] = await Promise.all([getTranslations("receipt"), getFormatter()]);
  const { post } = reply;
  const isThere = post && reply.fate === "published";
  return (
    <div className={styles.receipt}>
      <h1>{post ? t.rich("to", { post: () => <span lang={post.lang}>{post.title}</span> }) : t("title")}</h1>
      <p className={styles.fate} id="reply" data-fate={reply.fate} role="status">
        {t(reply.fate)}
      </p>
      <article className={thread.comment}>
        <header className={thread.by}>
          <span className={thread.name}>
            <bdi>{reply.name}</bdi>
          </span>
          <time className={thread.when} dateTime={reply.createdAt.toISOString()}>
            {format.dateTime(reply.createdAt, { dateStyle: "long", timeStyle: "short" })}
          </time>
        </header>
        <div className={thread.text} lang={post?.lang} dangerouslySetInnerHTML={{ __html: reply.html }} />
      </article>
      <p className={styles.keep}>{t("keep")}</p>
      {post && (
        <p>
          <a href={isThere ? `/${post.slug}#comment-${reply.id}` : `/${post.slug}`}>{isThere ? t("see") : t("back")}</a>
        </p>
      )}
    </div>
  );
}
