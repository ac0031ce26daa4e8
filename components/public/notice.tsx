import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** A page that has one thing to say: nothing here yet, not found, failed. Takes its heading and what follows. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
