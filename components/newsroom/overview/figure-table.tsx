import { FigureRows } from "@/components/ui/figure-rows";
import styles from "./overview.module.css";

/** Numbers in rows, each named by its first cell. */
export function FigureTable({ caption, columns, rows }: { caption: string; columns: string[]; rows: string[][] }) {
  return (
    // By keyboard alone one scrolls what has the focus.
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <FigureRows columns={columns} rows={rows} />
      </table>
    </div>
  );
}
