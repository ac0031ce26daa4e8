import Link from "next/link";
import type { PostDeskTexts, PostRow, SortedColumn } from "./view";
import styles from "./posts.module.css";

/** The posts as a table with a box to choose each; on narrow windows each row becomes a block. */
export function PostTable({ rows, texts }: { rows: PostRow[]; texts: PostDeskTexts }) {
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">{texts.caption}</caption>
      <thead>
        <tr>
          <td />
          <Sorted column={texts.title} />
          <th scope="col">{texts.status}</th>
          <th scope="col">{texts.byLines}</th>
          <th scope="col">{texts.category}</th>
          <Sorted column={texts.date} />
          <Sorted column={texts.changed} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} texts={texts} />
        ))}
      </tbody>
    </table>
  );
}

function Sorted({ column: { label, href, order } }: { column: SortedColumn }) {
  return (
    <th scope="col" aria-sort={order}>
      <Link href={href} prefetch={false} className={styles.sort} data-order={order}>
        {label}
      </Link>
    </th>
  );
}

function Row({ row, texts }: { row: PostRow; texts: PostDeskTexts }) {
  return (
    <tr>
      <td className={styles.box}>
        <input type="checkbox" name="id" value={row.id} aria-label={row.select} />
      </td>
      <th scope="row">
        <Link href={row.href} prefetch={false} lang={row.lang}>
          {row.title}
        </Link>
      </th>
      <td className={styles.standing}>
        <span className={styles.status} data-status={row.status}>
          {row.statusText}
        </span>
        {row.view && (
          <a href={row.view.href} aria-label={row.view.spoken}>
            {row.view.label}
          </a>
        )}
        {row.notes.map((note) => (
          <span key={note} className={styles.note}>
            {note}
          </span>
        ))}
      </td>
      <td data-label={texts.byLines}>{row.byLines}</td>
      <td data-label={texts.category}>{row.category}</td>
      <td data-label={texts.date.label}>
        <time dateTime={row.date.instant}>{row.date.written}</time>
      </td>
      <td data-label={texts.changed.label}>
        <time dateTime={row.changed.instant}>{row.changed.written}</time>
      </td>
    </tr>
  );
}
