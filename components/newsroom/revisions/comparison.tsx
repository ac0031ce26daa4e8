import { Fragment, type ReactNode } from "react";
import type { Piece, Row } from "@/lib/posts/compare";
import styles from "./revisions.module.css";

export interface ComparedRow {
  /** Which field it is; null: a block of the text. */
  name: string | null;
  row: Row<unknown>;
  /** What stands under a changed row, such as a choice. */
  choice?: ReactNode;
}

interface ComparisonProps {
  /** The heading of each side. */
  left: string;
  right: string;
  rows: ComparedRow[];
  /** `same`: in place of both where all is equal; `added` and `removed`: before changed words, for who does not see colours. */
  texts: { same: string; added: string; removed: string };
}

/** Two texts side by side, block by block, with the words marked that only one of them has. */
export function Comparison({ left, right, rows, texts }: ComparisonProps) {
  if (rows.every(({ row }) => row.isSame)) return <p className={styles.note}>{texts.same}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${left} – ${right}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, row, choice }, at) => (
            <Fragment key={at}>
              <tr data-same={row.isSame}>
                <Side piece={row.left} name={name} tag="del" said={texts.removed} />
                <Side piece={row.right} name={name} tag="ins" said={texts.added} />
              </tr>
              {choice && (
                <tr className={styles.choice}>
                  <td colSpan={2}>{choice}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SideProps {
  piece: Piece<unknown> | null;
  name: string | null;
  tag: "del" | "ins";
  said: string;
}

function Side({ piece, name, tag: Mark, said }: SideProps) {
  return (
    <td>
      {name && <span className={styles.field}>{name}</span>}
      {piece?.parts.map(({ text, isOwn }, at) =>
        isOwn ? (
          <Mark key={at}>
            <span className="visually-hidden">{said} </span>
            {text}
          </Mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </td>
  );
}
