import Link from "next/link";
import styles from "./media.module.css";

/** One place where a picture is used, written out. */
export interface UseRow {
  href: string | null;
  title: string;
  how: string;
}

/** Where a picture is used. */
export function UseList({ rows, none }: { rows: UseRow[]; none: string }) {
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <ul role="list" className={styles.uses}>
      {rows.map(({ href, title, how }) => (
        <li key={`${href} ${title} ${how}`}>
          {href ? (
            <Link href={href} prefetch={false}>
              {title}
            </Link>
          ) : (
            <span>{title}</span>
          )}
          <span className={styles.how}>{how}</span>
        </li>
      ))}
    </ul>
  );
}
