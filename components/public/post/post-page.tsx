import type { ReactNode } from "react";
import styles from "./post-page.module.css";

/** A post and what belongs to it, in one column; wide windows leave a margin beside it for who wrote it and when. */
export function PostPage({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
