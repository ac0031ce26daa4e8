import type { ReactNode } from "react";
import { Alert, Status } from "@/components/ui/alert";
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
      {problem && <Alert id="told">{problem}</Alert>}
      {done && <Status id="told">{done}</Status>}
      {children}
    </div>
  );
}
