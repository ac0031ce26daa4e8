import { PostCard, type PostCardProps } from "./post-card";
import styles from "./post-list.module.css";

export interface PostListProps {
  posts: (PostCardProps["post"] & { id: string })[];
  /** The level of their titles in the page's outline. */
  level: 2 | 3;
  /** Whether it opens the page: then its first picture is not loaded late. */
  isFirst?: boolean;
}

/** Posts one under the other, divided by hairlines. */
export function PostList({ posts, level, isFirst = false }: PostListProps) {
  return (
    <ol role="list" className={styles.list}>
      {posts.map((post, index) => (
        <li key={post.id} className={styles.item}>
          <PostCard post={post} size="plain" level={level} isFirst={isFirst && index === 0} />
        </li>
      ))}
    </ol>
  );
}
