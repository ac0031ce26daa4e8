import styles from "./receipt.module.css";
import thread from "../thread.module.css";

interface LetterProps {
  name: string;
  /** Safe HTML. */
  html: string;
  lang: string | undefined;
}

/** A reply as readers see it, or will. */
export function Letter({ name, html, lang }: LetterProps) {
  return (
    <article className={`${thread.comment} ${styles.letter}`}>
      <p className={thread.name}>
        <bdi>{name}</bdi>
      </p>
      <div className={thread.text} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}
