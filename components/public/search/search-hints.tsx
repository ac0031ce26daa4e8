import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import styles from "./search.module.css";

/** What one can do in a search: before anything is typed, and where nothing was found. */
export async function SearchHints({ title }: { title: string }) {
  const t = await getTranslations("search");
  return (
    <section className={styles.hints} aria-labelledby="search-hints">
      <h2 id="search-hints">{title}</h2>
      <ul>
        <li>{t("hints.words")}</li>
        <li>{t.rich("hints.phrase", { code })}</li>
        <li>{t.rich("hints.without", { code })}</li>
        <li>{t.rich("hints.choice", { code })}</li>
      </ul>
    </section>
  );
}

function code(typed: ReactNode) {
  return <kbd>{typed}</kbd>;
}
