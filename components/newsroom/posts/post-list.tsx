import Link from "next/link";
import { EmptyList } from "@/components/newsroom/page/page";
import styles from "./posts.module.css";

/** A row of the list, written out in the site's language and time zone. */
export interface PostRow {
  id: string;
  href: string;
  title: string;
  lang: string;
  status: string;
  statusText: string;
  view: { href: string; label: string; spoken: string } | null;
  byLines: string;
  category: string;
  changed: { instant: string; written: string };
}

interface PostListProps {
  caption: string;
  headings: { title: string; status: string; byLines: string; category: string; changed: string };
  empty: string;
  rows: PostRow[];
}

/** The posts as a table; on narrow windows each row becomes a block. */
export function PostList({ caption, headings, empty, rows }: PostListProps) {
  if (rows.length === 0) return <EmptyList>{empty}</EmptyList>;
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headings.title}</th>
          <th scope="col">{headings.status}</th>
          <th scope="col">{headings.byLines}</th>
          <th scope="col">{headings.category}</th>
          <th scope="col">{headings.changed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={row.href} prefetch={false} lang={row.lang}>
                {row.title}
              </Link>
            </th>
            <td>
              <span className={styles.status} data-status={row.status}>
                {row.statusText}
              </span>
              {row.view && (
                <a href={row.view.href} aria-label={row.view.spoken} className={styles.view}>
                  {row.view.label}
                </a>
              )}
            </td>
            <td>{row.byLines}</td>
            <td>{row.category}</td>
            <td>
              <time dateTime={row.changed.instant}>{row.changed.written}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
