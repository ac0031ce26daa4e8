import type { ThreadComment } from "@/lib/comments/thread/tree";
import { Comment, MoreLink, type CommentView } from "./thread-comment";
import styles from "./thread.module.css";

interface CommentListProps extends CommentView {
  comments: ThreadComment[];
  isNested?: boolean;
}

/** A list of comments, each with its answers in a list below it. */
export function CommentList({ comments, isNested = false, ...view }: CommentListProps) {
  if (comments.length === 0) return null;
  return (
    <ol className={isNested ? styles.answers : styles.thread} role="list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <Comment comment={comment} {...view} />
          <CommentList comments={comment.answers} isNested {...view} />
          {comment.more && <MoreLink {...comment.more} slug={view.slug} t={view.t} />}
        </li>
      ))}
    </ol>
  );
}
