import { useTranslations } from "next-intl";
import type { News } from "./use-news";
import styles from "./desk.module.css";

interface BesideRow {
  id: string;
  name: string;
  /** What the comment is; none of a row that is no comment's. */
  status?: string;
}

/** What others do with a row while one has it before oneself: who looks at it, and what they made of it. */
export function Beside({ row, me, news }: { row: BesideRow; me: string; news: News }) {
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

/** Who settled what a row is about, while it stays for what one types there. */
export function Settled({ id, me, news }: { id: string; me: string; news: News }) {
  const t = useTranslations("desk");
  const settled = news.settled.get(id);
  if (!settled || settled.by === me) return null;
  return <p className={styles.problem}>{t("settledBy", { who: settled.who ?? t("somebody") })}</p>;
}
