import Link from "next/link";
import styles from "./revisions.module.css";

interface RevisionListProps {
  items: {
    href: string;
    /** When it was saved. */
    name: string;
    by: string;
    /** By hand, by itself … */
    kind: string;
    /** That readers see it. */
    mark: string | null;
    isCurrent: boolean;
  }[];
}

/** The revisions, newest first; each opens the comparison with the one before it. */
export function RevisionList({ items }: RevisionListProps) {
  return (
    <ol role="list" className={styles.list}>
      {items.map(({ href, name, by, kind, mark, isCurrent }) => (
        <li key={href}>
          <Link href={href} prefetch={false} aria-current={isCurrent ? "page" : undefined} className={styles.revision}>
            <span className={styles.moment}>{name}</span>
            <bdi>{by}</bdi>
            <span className={styles.note}>
              {kind}
              {mark && <span className={styles.shown}>{mark}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
