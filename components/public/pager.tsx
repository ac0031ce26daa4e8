import { getTranslations } from "next-intl/server";
import styles from "./pager.module.css";

export interface PagerProps {
  /** Where the list stands. */
  path: string;
  /** Cursors of the pages beside this one; null where the list ends. */
  newer: string | null;
  older: string | null;
}

/** The ways to newer and older posts. */
export async function Pager({ path, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  const t = await getTranslations("site");
  return (
    <nav className={styles.pager} aria-label={t("pages")}>
      {newer && (
        <a rel="prev" href={`${path}?before=${newer}`}>
          {t("newerPosts")}
        </a>
      )}
      {older && (
        <a rel="next" href={`${path}?after=${older}`}>
          {t("olderPosts")}
        </a>
      )}
    </nav>
  );
}
