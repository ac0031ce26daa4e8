import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/i18n/dates";
import { formatDuration } from "@/lib/i18n/measures";
import { PART_NAMES, PARTS, type Figure, type Part } from "@/lib/transparency/schema";
import { lastDayOf, type Period } from "@/lib/transparency/period";

/** One part of a transparency report as a table; each row begins with its name. */
export interface ReportTable {
  part: Part;
  title: string;
  intro: string;
  columns: string[];
  rows: string[][];
}

/** The numbers of a report as tables in the page's language; a part that holds nothing has none. Takes the numbers. */
export async function reportTables(figures: Figure[]): Promise<ReportTable[]> {
  const [t, format, locale] = [await getTranslations("transparency"), await getFormatter(), await getLocale()];
  const written = (measure: string, value: number | null) => {
    if (value === null) return t("none");
    return measure === "medianSeconds" ? formatDuration(value, locale) : format.number(value);
  };
  const names = await itemNames();
  return PART_NAMES.map((part) => {
    const own = figures.filter((figure) => figure.part === part);
    const items = [...new Set(own.map(({ item }) => item))];
    const { measures } = PARTS[part];
    return {
      part,
      title: t(`parts.${part}`),
      intro: t(`intros.${part}`),
      columns: [t(`items.${part}`), ...measures.map((measure) => t(`measures.${measure}`))],
      rows: items.map((item) => [
        names(part, item),
        ...measures.map((measure) => written(measure, own.find((each) => each.item === item && each.measure === measure)?.value ?? null)),
      ]),
    };
  }).filter(({ rows }) => rows.length > 0);
}

async function itemNames(): Promise<(part: Part, item: string) => string> {
  const [t, report, ledger] = [await getTranslations("transparency"), await getTranslations("report"), await getTranslations("ledger")];
  const said: Record<Part, (item: string) => string> = {
    reports: (item) => {
      const reason = PARTS.reports.items.find((each) => each === item);
      return reason && reason !== "all" ? report(`reasons.${reason}`) : t("all");
    },
    decisions: (item) => t(`kinds.${PARTS.decisions.items.find((each) => each === item) ?? "taken_off"}`),
    rules: (item) => (ledger.has(`rules.${item}` as never) ? ledger(`rules.${item}` as never) : item),
    statements: (item) => t(`measures.${item === "law" ? "law" : "guidelines"}`),
    complaints: (item) => t(`who.${item === "reporter" ? "reporter" : "author"}`),
  };
  return (part, item) => said[part](item);
}

/** What a period is called ("first half of 2026", "May 2026", "2026", "1 – 15 May 2026"). */
export async function periodName(period: Period): Promise<string> {
  const [t, locale] = [await getTranslations("transparency"), await getLocale()];
  const { code, first } = period;
  const year = first.slice(0, 4);
  if (code === year) return year;
  if (code.includes("-h")) return t(code.endsWith("1") ? "firstHalf" : "secondHalf", { year });
  if (code === first.slice(0, 7)) return formatMonth(code, locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return days.formatRange(new Date(first), new Date(lastDayOf(period)));
}
