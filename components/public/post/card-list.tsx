import { PostCard, type PostCardProps } from "./post-card";
import styles from "./card-list.module.css";

/** Posts as small cards side by side, under a section's heading. */
export function CardList({ posts }: { posts: (PostCardProps["post"] & { id: string })[] }) {
  return (
    <ul role="list" className={styles.list}>
      {posts.map((post) => (
        <li key={post.id}>
          <PostCard post={post} size="small" level={3} />
        </li>
      ))}
    </ul>
  );
}
