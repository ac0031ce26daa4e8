import styles from "./front-top.module.css";
import { PostCard, type PostCardProps } from "./post/post-card";

/** What opens the front page: the first post, larger than all others, and those under it in a row. */
export function FrontTop({ posts }: { posts: (PostCardProps["post"] & { id: string })[] }) {
  return (
    <ol role="list" className={`${styles.top} ${styles[`of${posts.length - 1}`] ?? ""}`}>
      {posts.map((post, index) => (
        <li key={post.id} className={index === 0 ? styles.lead : styles.second}>
          <PostCard post={post} size={index === 0 ? "lead" : "second"} level={2} />
        </li>
      ))}
    </ol>
  );
}
