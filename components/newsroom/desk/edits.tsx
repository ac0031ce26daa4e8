import type { EditTexts, RowView } from "./view";
import styles from "./desk.module.css";

/** How the newsroom changed a comment: each change with what it said before and, where that is known, after; the words that differ are marked. */
export function Edits({ edits, lang, texts }: { edits: RowView["edits"]; lang: string; texts: Pick<EditTexts, "before" | "after"> }) {
  return edits.map(({ label, before, after }) => (
    <details key={label} className={styles.rest}>
      <summary>{label}</summary>
      <dl className={styles.edits}>
        <dt>{texts.before}</dt>
        <dd lang={lang}>{before.map(({ text, isOwn }, at) => (isOwn ? <del key={at}>{text}</del> : text))}</dd>
        {after.length > 0 && <dt>{texts.after}</dt>}
        {after.length > 0 && <dd lang={lang}>{after.map(({ text, isOwn }, at) => (isOwn ? <ins key={at}>{text}</ins> : text))}</dd>}
      </dl>
    </details>
  ));
}
