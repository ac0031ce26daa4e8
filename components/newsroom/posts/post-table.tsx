import Link from "next/link";
import choose from "@/components/newsroom/page/bulk-bar.module.css";
import type { PostDeskTexts, PostRow, SortedColumn } from "./view";
import styles from "./posts.module.css";

/** The posts as a table with a box to choose each; on narrow windows each row becomes a block. */
export function PostTable({ rows, texts }: { rows: PostRow[]; texts: PostDeskTexts }) {
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">{texts.caption}</caption>
      <thead>
        <tr>
          <td className={styles.choose} />
          <Sorted column={texts.title} />
          {[texts.status, texts.byLines, texts.category].map(
            (label) =>
              label !== null && (
                <th key={label} scope="col" className={styles.words}>
                  {label}
                </th>
              ),
          )}
          <Sorted column={texts.date} className={styles.time} />
          <Sorted column={texts.changed} className={styles.time} />
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

function Sorted({ column: { label, href, order }, className }: { column: SortedColumn; className?: string }) {
  return (
    <th scope="col" aria-sort={order} className={className}>
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
        <input type="checkbox" name="id" value={row.id} aria-label={row.select} className={choose.tick} />
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
      {texts.byLines !== null && <td data-label={texts.byLines}>{row.byLines}</td>}
      {texts.category !== null && <td data-label={texts.category}>{row.category}</td>}
      <td data-label={texts.date.label}>
        <time dateTime={row.date.instant}>{row.date.written}</time>
      </td>
      <td data-label={texts.changed.label}>
        <time dateTime={row.changed.instant}>{row.changed.written}</time>
      </td>
    </tr>
  );
}
