import { PostCard, type PostCardProps } from "./post-card";
import styles from "./post-list.module.css";

export interface PostListProps {
  posts: (PostCardProps["post"] & { id: string })[];
  /** Whether the first post opens the page, larger than the others. */
  opens: boolean;
}

/** Posts one under the other, divided by hairlines. */
export function PostList({ posts, opens }: PostListProps) {
  return (
    <ol role="list" className={styles.list}>
      {posts.map((post, index) => {
        const isOpening = opens && index === 0;
        return (
          <li key={post.id} className={isOpening ? `${styles.item} ${styles.opening}` : styles.item}>
            <PostCard post={post} size={isOpening ? "lead" : "plain"} level={2} />
          </li>
        );
      })}
    </ol>
  );
}
