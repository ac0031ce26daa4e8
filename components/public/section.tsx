import type { ReactNode } from "react";
import styles from "./section.module.css";

interface SectionProps {
  /** Of the heading, by which the section is named; once a page. */
  id: string;
  title: ReactNode;
  children: ReactNode;
}

/** A part of a list's page under a heading of its own, below the accent's line. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
