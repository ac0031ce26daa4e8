import { getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/i18n/dates";
import styles from "./archive-months.module.css";

interface ArchiveMonthsProps {
  /** Months (`2026-11`) with the number of their posts, the newest first. */
  months: { month: string; posts: number }[];
  /** The site's language. */
  lang: string;
}

/** The months of each year as links to what was published in them. */
export async function ArchiveMonths({ months, lang }: ArchiveMonthsProps) {
  const t = await getTranslations("archive");
  const years = [...new Set(months.map(yearOf))];
  return years.map((year) => (
    <section key={year} aria-labelledby={`y${year}`} className={styles.year}>
      <h2 id={`y${year}`}>{year}</h2>
      <ul role="list" className={styles.months}>
        {months
          .filter((each) => yearOf(each) === year)
          .map(({ month, posts }) => (
            <li key={month}>
              <a href={`/archive/${month}`}>{formatMonth(month, lang)}</a> <span>{t("posts", { count: posts })}</span>
            </li>
          ))}
      </ul>
    </section>
  ));
}

function yearOf({ month }: { month: string }): string {
  return month.slice(0, 4);
}
