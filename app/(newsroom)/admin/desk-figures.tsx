import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { DeskChart } from "@/components/newsroom/overview/desk-chart";
import { FigureTable } from "@/components/newsroom/overview/figure-table";
import { Figures } from "@/components/newsroom/overview/figures";
import { LineList } from "@/components/newsroom/page/line-list";
import { Part } from "@/components/newsroom/page/page";
import { formatDuration } from "@/lib/i18n/measures";
import { discussedPosts } from "@/lib/posts/public";
import type { DayAtDesk, DeskStatistics } from "@/lib/statistics/newsroom";
import { checkName } from "./comments/view";

const WEEK = 7;

/** What came to the moderation desk and how it was decided, by days and by checks, and what readers discuss most. */
export async function DeskFigures({ statistics }: { statistics: DeskStatistics }) {
  const [t, checks] = [await getTranslations("statistics"), await getTranslations("checks")];
  const [format, lang] = [await getFormatter(), await getLocale()];
  const { days, rules, decided, countedAt } = statistics;
  const discussed = await discussedPosts();
  const week = days.slice(-WEEK);
  const sum = (of: (day: DayAtDesk) => number) => format.number(week.reduce((total, day) => total + of(day), 0));
  const written = (day: string) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
  const time = ({ medianSeconds }: DayAtDesk) => (medianSeconds === null ? "–" : formatDuration(medianSeconds, lang));
  const lastDecided = days.findLast(({ medianSeconds }) => medianSeconds !== null);
  const columns = (["day", "received", "approved", "rejected", "spam", "trashed", "median"] as const).map((column) => t(column));
  const share = (part: number, of: number) => format.number(of === 0 ? 0 : part / of, { style: "percent", maximumFractionDigits: 0 });
  return (
    <>
      <Part
        title={t("title")}
        intro={countedAt ? t("countedAt", { time: format.dateTime(countedAt, { timeStyle: "short" }) }) : t("notCounted")}
      >
        <Figures
          figures={[
            { name: t("receivedWeek"), value: sum(({ received }) => received) },
            { name: t("decidedWeek"), value: sum((day) => day.decided) },
            { name: t("medianLast"), value: lastDecided ? time(lastDecided) : "–" },
          ]}
        />
        <DeskChart
          days={days.map((day) => ({
            day: day.day,
            written: written(day.day),
            received: day.received,
            decided: day.decided,
            cells: [...[day.received, day.approved, day.rejected, day.spam, day.trashed].map((count) => format.number(count)), time(day)],
          }))}
          texts={{
            title: t("chart"),
            summary: t("summary", { received: days.reduce((total, { received }) => total + received, 0), decided }),
            received: t("received"),
            decided: t("decided"),
            table: t("asTable"),
            columns,
          }}
        />
      </Part>
      {rules.length > 0 && (
        <Part title={t("rules")} intro={t("rulesIntro")}>
          <FigureTable
            caption={t("rules")}
            columns={[t("rule"), t("decisions"), t("share"), t("overturned")]}
            rows={rules.map((rule) => [
              checkName(rule.rule, checks) ?? rule.rule,
              format.number(rule.decided),
              share(rule.decided, decided),
              share(rule.overturned, rule.decided),
            ])}
          />
        </Part>
      )}
      {discussed.length > 0 && (
        <Part title={t("discussed")} intro={t("discussedIntro")}>
          <LineList
            lines={discussed.map(({ slug, title, lang: language, replies }) => ({
              href: `/${slug}#comments`,
              title,
              lang: language,
              note: t("replies", { count: replies }),
            }))}
          />
        </Part>
      )}
    </>
  );
}
