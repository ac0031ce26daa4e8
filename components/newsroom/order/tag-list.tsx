import Link from "next/link";
import styles from "./order.module.css";

interface TagListProps {
  label: string;
  tags: { id: string; name: string; posts: string }[];
}

/** The tags in columns, each with how many posts have it, and leading to its form. */
export function TagList({ label, tags }: TagListProps) {
  return (
    <ul role="list" aria-label={label} className={styles.tags}>
      {tags.map(({ id, name, posts }) => (
        <li key={id} className={styles.name}>
          <Link href={`/admin/tags/${id}`} prefetch={false}>
            <bdi>{name}</bdi>
          </Link>
          <span className={styles.count}>{posts}</span>
        </li>
      ))}
    </ul>
  );
}
