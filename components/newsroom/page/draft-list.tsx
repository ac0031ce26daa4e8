import styles from "./page.module.css";

/** A few posts to go on with: title and when each was touched last, in words. */
export function DraftList({ drafts }: { drafts: { href: string; title: string; lang: string; touched: string }[] }) {
  return (
    <ul role="list" className={styles.drafts}>
      {drafts.map(({ href, title, lang, touched }) => (
        <li key={href}>
          <a href={href} lang={lang} className={styles.draft}>
            {title}
          </a>
          <span className={styles.touched}>{touched}</span>
        </li>
      ))}
    </ul>
  );
}
