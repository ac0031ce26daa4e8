import { getTimeZone, getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/dates";
import { langWithin } from "@/lib/i18n/lang-of-parts";
import styles from "./post-corrections.module.css";

/** What was wrong in a post and is right now. */
export interface Correction {
  id: string;
  text: string;
  at: Date;
}

/** The corrections of a post with their dates, the oldest first: in the interface's words around, in the post's language within. */
export async function PostCorrections({ corrections, lang }: { corrections: Correction[]; lang: string }) {
  const [t, timeZone] = [await getTranslations("post"), await getTimeZone()];
  return (
    <section className={styles.corrections} aria-labelledby="corrections" lang={await langWithin(lang)}>
      <h2 id="corrections" className={styles.heading}>
        {t("corrections")}
      </h2>
      {corrections.map(({ id, text, at }) => (
        <div key={id} className={styles.correction}>
          <time dateTime={at.toISOString()} lang={lang}>
            {formatMoment(at, lang, timeZone)}
          </time>
          <p lang={lang}>{text}</p>
        </div>
      ))}
    </section>
  );
}
