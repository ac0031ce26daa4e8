import Link from "next/link";
import styles from "./line-list.module.css";

/** One line: a title, which leads somewhere where there is something to open, and a quiet word about it. */
export interface Line {
  /** Null: nothing to open. */
  href: string | null;
  title: string;
  lang?: string;
  note: string;
}

/** A few things by their titles, one in a line. */
export function LineList({ lines }: { lines: Line[] }) {
  return (
    <ul role="list" className={styles.list}>
      {lines.map(({ href, title, lang, note }) => (
        <li key={`${href} ${title} ${note}`} className={styles.line}>
          {href ? (
            <Link href={href} prefetch={false} lang={lang} className={styles.title}>
              {title}
            </Link>
          ) : (
            <span className={styles.title}>{title}</span>
          )}
          <span className={styles.note}>{note}</span>
        </li>
      ))}
    </ul>
  );
}
