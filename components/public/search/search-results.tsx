import { getTimeZone } from "next-intl/server";
import { formatDay } from "@/lib/i18n/dates";
import type { SearchResult } from "@/lib/search/public";
import styles from "./search.module.css";

export interface SearchResultsProps {
  results: SearchResult[];
}

/** The posts that were found, each with the words that were looked for marked in title and excerpt. */
export async function SearchResults({ results }: SearchResultsProps) {
  const timeZone = await getTimeZone();
  return (
    <ol role="list" className={styles.results}>
      {results.map(({ id, slug, lang, title, excerpt, publishedAt, category, authors }) => (
        <li key={id}>
          <article>
            <h2 className={styles.title} lang={lang}>
              <a href={`/${slug}`} hrefLang={lang}>
                {title.map(marked)}
              </a>
            </h2>
            <p className={styles.excerpt} lang={lang}>
              {excerpt.map(marked)}
            </p>
            <p className={styles.facts}>
              {category && <a href={`/category/${category.slug}`}>{category.name}</a>}
              {authors.length > 0 && <span>{authors.join(", ")}</span>}
              <time dateTime={publishedAt.toISOString()} lang={lang}>
                {formatDay(publishedAt, lang, timeZone)}
              </time>
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}

function marked({ text, isMarked }: SearchResult["title"][number], at: number) {
  return isMarked ? <mark key={at}>{text}</mark> : text;
}
