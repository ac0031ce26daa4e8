import type { ReactNode } from "react";
import styles from "./entry.module.css";

/** The one-card page of who is not signed in: sign-in, invitation, forgotten password. Takes the site's name, a title, the card. */
export function Entry({ siteName, title, children, after }: { siteName: string; title: string; children: ReactNode; after?: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.site}>
          <a href="/">
            <bdi>{siteName}</bdi>
          </a>
        </p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      {after && <p className={styles.after}>{after}</p>}
    </main>
  );
}
