import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SearchBox } from "@/components/public/search/search-box";
import { SearchFilters } from "@/components/public/search/search-filters";
import { SearchFound } from "@/components/public/search/search-found";
import { SearchHints } from "@/components/public/search/search-hints";
import { SearchHead } from "@/components/public/search/search-head";
import { searchChoices, searchPosts } from "@/lib/search/public";
import { isTooLong, MAX_QUERY_CHARS, searchQuery } from "@/lib/search/schema";
import { siteSettings } from "@/lib/settings/public";

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const FORM = "search-page-form";

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const [query, { name }, t, site] = [
    searchQuery.parse(await searchParams),
    await siteSettings(),
    await getTranslations("search"),
    await getTranslations("site"),
  ];
  const title = query.q && !isTooLong(query.q) ? t("titleFor", { q: query.q }) : t("title");
  return {
    title: site("titled", { title, name }),
    description: t("description", { name }),
    // Results are lists of what has an address of its own: to search engines all of them are this page, and their links count.
    alternates: { canonical: "/search" },
  };
}

/** The search: its form, and what it finds. Without a query it shows how to search. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = searchQuery.parse(await searchParams);
  const [found, choices, t] = await Promise.all([searchPosts(query), searchChoices(), getTranslations("search")]);
  if (found === "noPage") notFound();
  const problem = found === "tooLong" ? t("tooLong", { count: MAX_QUERY_CHARS }) : found === "noWord" ? t("noWord") : null;
  const isSearch = typeof found === "object";
  return (
    <SearchHead title={isSearch ? t("titleFor", { q: query.q }) : t("title")} problem={problem}>
      <SearchBox id={FORM} q={query.q} />
      <SearchFilters form={FORM} filters={query} choices={choices} />
      {isSearch ? <SearchFound query={query} found={found} /> : <SearchHints title={t("how")} />}
    </SearchHead>
  );
}
