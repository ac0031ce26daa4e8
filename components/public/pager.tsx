import { getTranslations } from "next-intl/server";
import styles from "./pager.module.css";

export interface PagerProps {
  /** Where the list stands; it may have a query. */
  path: string;
  /** Cursors of the pages beside this one; null where the list ends. */
  newer: string | null;
  older: string | null;
  /** What the ways are called, where they lead to something else than newer and older posts. */
  labels?: { pages: string; newer: string; older: string };
}

/** The ways to newer and older posts. */
export async function Pager({ path, newer, older, labels }: PagerProps) {
  if (!newer && !older) return null;
  const t = await getTranslations("site");
  const texts = labels ?? { pages: t("pages"), newer: t("newerPosts"), older: t("olderPosts") };
  const start = `${path}${path.includes("?") ? "&" : "?"}`;
  return (
    <nav className={styles.pager} aria-label={texts.pages}>
      {newer && (
        <a rel="prev" href={`${start}before=${newer}`}>
          {texts.newer}
        </a>
      )}
      {older && (
        <a rel="next" href={`${start}after=${older}`}>
          {texts.older}
        </a>
      )}
    </nav>
  );
}
