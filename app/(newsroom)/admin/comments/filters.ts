import type { getTranslations } from "next-intl/server";
import type { Filter, TypedFilter } from "@/components/newsroom/page/list-filters";
import { nameInTree } from "@/components/newsroom/order/category-options";
import { RULES } from "@/lib/comments/checks/check";
import type { DeskChoices } from "@/lib/comments/desk/choices";
import { SCORES, STANDINGS } from "@/lib/comments/desk/query";
import type { Queue } from "@/lib/comments/newsroom";
import { languageName } from "@/lib/i18n/languages";
import type { Asked } from "../list-address";
import { filterIn } from "../posts/list-view";

/** The names under which the desk's address says what narrows a list. */
export const FILTERS = ["q", "email", "by", "ip", "article", "category", "lang", "rule", "score", "standing", "since", "until"];

interface Written {
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>;
  checks: Awaited<ReturnType<typeof getTranslations<"checks">>>;
  locale: string;
}

/** What the lists can be narrowed by choosing, in the site's language. */
export function filtersOf({ categories, langs }: DeskChoices, asked: Asked, { t, checks, locale }: Written): Filter[] {
  const filter = filterIn(asked, t("filters.all"));
  return [
    filter(
      "category",
      t("filters.category"),
      categories.map((each) => ({ id: each.id, name: nameInTree(each) })),
    ),
    filter(
      "lang",
      t("filters.lang"),
      langs.map((id) => ({ id, name: languageName(id, locale) })),
    ),
    filter(
      "rule",
      t("filters.rule"),
      RULES.map((id) => ({ id, name: checks(`rules.${id}`) })),
    ),
    filter(
      "score",
      t("filters.score"),
      SCORES.map((id) => ({ id, name: t("filters.atLeast", { score: Number(id) }) })),
    ),
    filter(
      "standing",
      t("filters.standing"),
      STANDINGS.map((id) => ({ id, name: t(`filters.standings.${id}`) })),
    ),
  ];
}

/** What they can be narrowed by typing; each with what was wrong with it. */
export function typedOf(asked: Asked, problems: Queue["problems"], { t }: Written): TypedFilter[] {
  const typed = (name: string, type: TypedFilter["type"], label: string, more: Partial<TypedFilter> = {}) => ({
    name,
    type,
    label,
    value: asked[name] ?? "",
    ...more,
  });
  return [
    // Not `email`: the browser would hold back what the server explains.
    typed("email", "text", t("filters.email"), {
      hint: t("filters.emailHint"),
      ...(problems.email && { problem: t("filters.emailProblem") }),
    }),
    typed("ip", "text", t("filters.ip"), { hint: t("filters.ipHint"), ...(problems.ip && { problem: t("filters.ipProblem") }) }),
    typed("article", "text", t("filters.article"), { hint: t("filters.articleHint") }),
    typed("since", "date", t("filters.since")),
    typed("until", "date", t("filters.until")),
  ];
}
