import { getTranslations } from "next-intl/server";
import { langWithin } from "@/lib/i18n/lang-of-parts";
import type { Part } from "@/lib/posts/contents";
import styles from "./post-contents.module.css";

export interface PostContentsProps {
  /** The parts of the text and the places in them, by their headings' ids. */
  contents: Part[];
  /** The language of the headings. */
  lang: string;
}

/**
 * A long post's table of contents: to be opened on phones, open in the margin where there is one. It is written twice,
 * each time hidden where the other is seen, since no style opens a `<details>` in every browser. Without scripts.
 */
export async function PostContents({ contents, lang }: PostContentsProps) {
  const t = await getTranslations("post");
  const places = (
    <ol role="list" lang={lang}>
      {contents.map((part) => (
        <li key={part.id}>
          <a href={`#${part.id}`}>{part.text}</a>
          {part.places.length > 0 && (
            <ol role="list">
              {part.places.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label={t("contents")} className={styles.contents} lang={await langWithin(lang)}>
      <details className={styles.folded}>
        <summary>{t("contents")}</summary>
        {places}
      </details>
      <div className={styles.open}>
        <p>{t("contents")}</p>
        {places}
      </div>
    </nav>
  );
}
