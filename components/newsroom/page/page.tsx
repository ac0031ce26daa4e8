import type { ReactNode } from "react";
import styles from "./page.module.css";

/** A newsroom page's heading, with what one can do there beside it. */
export function PageTitle({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h1>{children}</h1>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** A part of a newsroom page: heading, a line that explains it, its content. */
export function Part({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <div>
        <h2 className={styles.heading}>{title}</h2>
        {intro && <p className={styles.intro}>{intro}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** Stands where a list's entries would, and says that there are none. */
export function EmptyList({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
