import type { ReactNode } from "react";
import styles from "./alert.module.css";

/** A refusal, told at once by screen readers (`role=alert`). One a page. */
export function Alert({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <div role="alert" id={id} className={`${styles.box} ${styles.problem}`}>
      {children}
    </div>
  );
}

/** That something went well, told politely (`role=status`). Stays in the page empty, so that a later text is heard. */
export function Status({ children, id }: { children?: ReactNode; id?: string }) {
  return (
    <div role="status" id={id} className={children ? `${styles.box} ${styles.good}` : undefined}>
      {children}
    </div>
  );
}
