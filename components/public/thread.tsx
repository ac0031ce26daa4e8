import { getFormatter, getTranslations } from "next-intl/server";
import type { ThreadComment } from "@/lib/comments/public";
import styles from "./thread.module.css";

/** Answers are indented so far; deeper ones stand side by side under the last of these. */
const MAX_INDENT = 5;

interface CommentListProps {
  comments: ThreadComment[];
  /** The address of the post's page. */
  path: string;
  /** The post's language, which its readers write in. */
  lang: string;
  mayReply: boolean;
  indent?: number;
}

/** A list of comments, each with its answers below it. */
export function CommentList({ comments, indent = 0, ...thread }: CommentListProps) {
  if (comments.length === 0) return null;
  const shown = indent < MAX_INDENT ? comments : comments.flatMap(withAllBelow);
  return (
    <ol className={indent === 0 ? styles.thread : styles.answers} role="list">
      {shown.map((comment) => (
        <li key={comment.id}>
          <Comment comment={comment} {...thread} />
          <CommentList comments={comment.answers} indent={indent + 1} {...thread} />
          {comment.hasMore && <MoreAnswers comment={comment} path={thread.path} />}
        </li>
      ))}
    </ol>
  );
}

function withAllBelow(comment: ThreadComment): ThreadComment[] {
  return [{ ...comment, answers: [] }, ...comment.answers.flatMap(withAllBelow)];
}

async function Comment({ comment, path, lang, mayReply }: Omit<CommentListProps, "comments"> & { comment: ThreadComment }) {
  const [t, format] = await Promise.all([getTranslations("replies"), getFormatter()]);
  const id = `comment-${comment.id}`;
  const name = <bdi>{comment.name}</bdi>;
  return (
    <article className={styles.comment} id={id} aria-labelledby={`${id}-by`}>
      <header className={styles.by}>
        <span className={styles.name} id={`${id}-by`}>
          {comment.website ? (
            <a href={comment.website} rel="nofollow ugc noopener">
              {name}
            </a>
          ) : (
            name
          )}
        </span>
        <a className={styles.when} href={`#${id}`}>
          <time dateTime={comment.createdAt.toISOString()}>
            {format.dateTime(comment.createdAt, { dateStyle: "long", timeStyle: "short" })}
          </time>
        </a>
      </header>
      <div className={styles.text} lang={lang} dangerouslySetInnerHTML={{ __html: comment.html }} />
      {mayReply && (
        <a
          className={styles.action}
          rel="nofollow"
          href={`${path}?replyto=${comment.id}#reply`}
          data-reply={comment.id}
          data-name={comment.name}
        >
          {t.rich("replyTo", { name: () => name, quiet: (text) => <span className="visually-hidden">{text}</span> })}
        </a>
      )}
    </article>
  );
}

async function MoreAnswers({ comment, path }: { comment: ThreadComment; path: string }) {
  const t = await getTranslations("replies");
  return (
    <a className={styles.more} href={`${path}?replies=${comment.id}#comments`}>
      {t.rich("moreAnswers", { name: () => <bdi>{comment.name}</bdi> })}
    </a>
  );
}
