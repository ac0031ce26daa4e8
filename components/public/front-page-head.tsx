import styles from "./front-page-head.module.css";

/** The front page's heading: which posts these are. */
export function FrontPageHead({ title }: { title: string }) {
  return <h1 className={styles.title}>{title}</h1>;
}
