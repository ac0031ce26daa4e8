import type { ReactNode } from "react";
import styles from "./receipt.module.css";

interface OwnPageProps {
  title: ReactNode;
  /** What was just done, told politely. */
  done?: string | null;
  /** Why something was not done, told at once. */
  problem?: string | null;
  children: ReactNode;
}

/** A page that is one person's alone: its heading, what came of the last button, its content. */
export function OwnPage({ title, done, problem, children }: OwnPageProps) {
  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      {problem && (
        <p className={styles.problem} role="alert" id="told">
          {problem}
        </p>
      )}
      {done && (
        <p className={styles.done} role="status" id="told">
          {done}
        </p>
      )}
      {children}
    </div>
  );
}
