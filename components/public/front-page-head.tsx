import styles from "./front-page-head.module.css";

/** A heading of the front page: which posts these are. */
export function FrontPageHead({ title, level }: { title: string; level: 1 | 2 }) {
  const Title = level === 1 ? "h1" : "h2";
  return <Title className={styles.title}>{title}</Title>;
}
