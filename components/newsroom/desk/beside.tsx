import { useFormatter, useTranslations } from "next-intl";
import type { News } from "./use-news";
import type { RowView } from "./view";
import styles from "./desk.module.css";

/** What others do with a comment while one has it before oneself: who looks at it, and what they made of it. */
export function Beside({ row, me, news }: { row: RowView; me: string; news: News }) {
  const t = useTranslations("deskLive");
  const format = useFormatter();
  const names = [...news.looking].flatMap(([by, { id, who }]) => (id === row.id && by !== me ? [who] : []));
  const moved = news.moved.get(row.id);
  const isOver = moved && moved.to !== row.status;
  return (
    <>
      {isOver && <p className={styles.problem}>{t("moved", { who: moved.who ?? t("somebody"), to: moved.to })}</p>}
      {names.length > 0 && <p className={styles.beside}>{t("looking", { count: names.length, names: format.list(names) })}</p>}
    </>
  );
}
