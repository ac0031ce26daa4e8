import type { RowView } from "./view";
import styles from "./desk.module.css";

/** Where and when a comment was sent, and what is said of it in a word or two: what is urgent, its state, what holds for its thread. */
export function Where({ row }: { row: RowView }) {
  return (
    <p className={styles.where}>
      {row.urgent.map(({ text, href }) => (
        <strong key={text} className={styles.urgent}>
          {href ? <a href={href}>{text}</a> : text}
        </strong>
      ))}
      {[row.standing, ...row.marks].filter(Boolean).map((mark) => (
        <span key={mark} className={styles.standing}>
          {mark}
        </span>
      ))}
      <span lang={row.post.lang}>{row.post.href ? <a href={row.post.href}>{row.post.title}</a> : row.post.title}</span>
      {" · "}
      <time dateTime={row.time.instant}>{row.time.written}</time>
      {row.waits && ` · ${row.waits}`}
    </p>
  );
}
