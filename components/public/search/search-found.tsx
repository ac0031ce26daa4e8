import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/public/pager";
import { searchPath, type SearchQuery } from "@/lib/search/schema";
import { SearchHints } from "./search-hints";
import { SearchResults, type SearchResultsProps } from "./search-results";
import styles from "./search.module.css";

interface SearchFoundProps {
  query: SearchQuery;
  found: SearchResultsProps & { count: number; isMore: boolean; previous: string | null; next: string | null; corrected: string | null };
}

/** What a search found: how much, the results and the ways to more of them; or what to try where it found nothing. */
export async function SearchFound({ query, found }: SearchFoundProps) {
  const t = await getTranslations("search");
  const { results, count, isMore, previous, next, corrected } = found;
  const { after: _, before: __, ...asked } = query;
  const first = { ...asked, q: corrected ?? asked.q };
  const typed = { q: () => <q>{asked.q}</q> };
  if (results.length === 0) return <Nothing query={query} isPastEnd={count > 0} />;
  const isCut = isMore && query.sort !== "newest";
  const labels = { pages: t("pages"), newer: t("previous"), older: t("next") };
  return (
    <>
      {corrected && (
        <p className={styles.meant}>{t.rich("meant", { ...typed, meant: () => <a href={searchPath(first)}>{corrected}</a> })}</p>
      )}
      <p className={styles.count} role="status">
        {t.rich(isMore ? "foundMore" : "found", { count, q: () => <q>{first.q}</q> })}
      </p>
      {isCut && <p className={styles.count}>{t.rich("newestOf", { count, link: linkTo(searchPath({ ...first, sort: "newest" })) })}</p>}
      <SearchResults results={results} />
      <Pager path={searchPath(first)} newer={previous} older={next} labels={labels} />
    </>
  );
}

async function Nothing({ query, isPastEnd }: { query: SearchQuery; isPastEnd: boolean }) {
  const t = await getTranslations("search");
  const { q, category, author, lang, time, sort } = query;
  const isNarrowed = Boolean(category ?? author ?? lang ?? time);
  const again = { q, category, author, lang, time, sort };
  if (isPastEnd) return <p role="status">{t.rich("pastEnd", { link: linkTo(searchPath(again)) })}</p>;
  const typed = () => <q>{q}</q>;
  return (
    <>
      <p className={styles.meant} role="status">
        {isNarrowed ? t.rich("nothingNarrowed", { q: typed, link: linkTo(searchPath({ q })) }) : t.rich("nothing", { q: typed })}
      </p>
      <SearchHints title={t("try")} />
    </>
  );
}

function linkTo(path: string) {
  return function Link(text: ReactNode) {
    return <a href={path}>{text}</a>;
  };
}
