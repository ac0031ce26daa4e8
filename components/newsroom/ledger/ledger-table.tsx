import Link from "next/link";
import list from "@/components/newsroom/posts/posts.module.css";
import styles from "./ledger.module.css";

/** An entry as the page shows it, in the site's language and time zone. */
export interface LedgerRow {
  id: string;
  act: string;
  time: { instant: string; written: string };
  who: string;
  /** What kind of thing it was done to. */
  noun: string;
  /** What that is called today, and where it is; null where it has no name, or is gone. */
  subject: { name: string; href: string | null } | null;
  /** Its id, and the address of everything that was done to it. */
  thing: { id: string; href: string };
  change: string;
  why: string;
}

interface LedgerTableProps {
  rows: LedgerRow[];
  texts: Record<"caption" | "act" | "when" | "who" | "thing" | "change" | "why" | "all", string>;
}

/** The entries as a table; on narrow windows each becomes a block. */
export function LedgerTable({ rows, texts }: LedgerTableProps) {
  return (
    <table className={list.list}>
      <caption className="visually-hidden">{texts.caption}</caption>
      <thead>
        <tr>
          {[texts.act, texts.when, texts.who, texts.thing, texts.change, texts.why].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={styles.row}>
            <th scope="row">{row.act}</th>
            <td data-label={texts.when}>
              <time dateTime={row.time.instant}>{row.time.written}</time>
            </td>
            <td data-label={texts.who}>
              <bdi>{row.who}</bdi>
            </td>
            <td data-label={texts.thing}>
              <Thing row={row} all={texts.all} />
            </td>
            <td data-label={texts.change} className={styles.change}>
              {row.change}
            </td>
            <td data-label={texts.why}>{row.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Thing({ row: { noun, subject, thing }, all }: { row: LedgerRow; all: string }) {
  return (
    <>
      {noun}
      {subject && (
        <>
          {" "}
          {subject.href ? (
            <Link href={subject.href} prefetch={false}>
              <bdi>{subject.name}</bdi>
            </Link>
          ) : (
            <bdi>{subject.name}</bdi>
          )}
        </>
      )}{" "}
      <Link href={thing.href} prefetch={false} title={all} className={styles.id}>
        {thing.id}
      </Link>
    </>
  );
}
