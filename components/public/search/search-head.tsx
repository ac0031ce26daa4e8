import type { ReactNode } from "react";
import head from "../list-head.module.css";
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
      <h1 className={head.title}>{title}</h1>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}
