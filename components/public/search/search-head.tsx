import type { ReactNode } from "react";
import styles from "./search.module.css";

interface SearchHeadProps {
  title: string;
  /** What is wrong with what was typed. */
  problem: string | null;
  children: ReactNode;
}

/** The search page: its heading, what is wrong with a query if anything is, and the rest under them. */
export function SearchHead({ title, problem, children }: SearchHeadProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{title}</h1>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}
