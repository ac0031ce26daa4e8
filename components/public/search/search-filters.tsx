import { getLocale, getTranslations } from "next-intl/server";
import { languageName } from "@/lib/i18n/languages";
import type { SearchFilters as Filters } from "@/lib/search/schema";
import styles from "./search.module.css";

interface SearchFiltersProps {
  /** The form that the filters belong to. */
  form: string;
  filters: Filters;
  choices: {
    categories: { name: string; slug: string; depth: number }[];
    langs: string[];
    authors: { name: string; slug: string }[];
  };
}

interface Choice {
  value: string;
  label: string;
}

const INDENT = "\u2003";

/** What narrows and orders a search. A filter that leaves no choice is not there; the controls belong to the form by its id. */
export async function SearchFilters({ form, filters, choices }: SearchFiltersProps) {
  const [t, locale] = await Promise.all([getTranslations("search"), getLocale()]);
  const { categories, authors, langs } = choices;
  const selects: [name: keyof Filters, any: string, options: Choice[]][] = [
    ["category", t("anyCategory"), categories.map(({ name, slug, depth }) => ({ value: slug, label: INDENT.repeat(depth) + name }))],
    ["author", t("anyAuthor"), authors.map(({ name, slug }) => ({ value: slug, label: name }))],
    ["lang", t("anyLang"), langs.length > 1 ? langs.map((lang) => ({ value: lang, label: languageName(lang, locale) })) : []],
    ["time", t("anyTime"), (["week", "month", "year"] as const).map((time) => ({ value: time, label: t(`times.${time}`) }))],
    ["sort", t("best"), [{ value: "newest", label: t("newest") }]],
  ];
  const isNarrowed = selects.some(([name]) => filters[name]);
  return (
    <details className={styles.filters} open={isNarrowed}>
      <summary>{t("filters")}</summary>
      <div className={styles.selects}>
        {selects
          .filter(([, , options]) => options.length > 0)
          .map(([name, any, options]) => (
            <label key={name} className={styles.select}>
              <span>{t(`by.${name}`)}</span>
              <select name={name} form={form} defaultValue={filters[name] ?? ""}>
                <option value="">{any}</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ))}
        <button form={form} className={styles.apply}>
          {t("apply")}
        </button>
      </div>
    </details>
  );
}
