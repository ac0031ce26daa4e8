import { useTranslations } from "next-intl";
import type { News } from "./use-news";
import type { RowView } from "./view";
import styles from "./desk.module.css";

/** What others do with a comment while one has it before oneself: who looks at it, and what they made of it. */
export function Beside({ row, me, news }: { row: RowView; me: string; news: News }) {
  const t = useTranslations("desk");
  const moved = news.moved.get(row.id);
  const isOver = moved && moved.to !== row.status;
  return (
    <>
      {isOver && (
        <p className={styles.problem}>{t("decidedBy", { who: moved.who ?? t("somebody"), status: t(`is.${moved.to}`), name: row.name })}</p>
      )}
      {[...news.looking].map(([by, { id, who }]) =>
        id === row.id && by !== me ? (
          <p key={by} className={styles.beside}>
            {t("looking", { name: who })}
          </p>
        ) : null,
      )}
    </>
  );
}
