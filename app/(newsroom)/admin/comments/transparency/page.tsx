import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FigureTable } from "@/components/newsroom/overview/figure-table";
import { Part } from "@/components/newsroom/page/page";
import { PeriodForm } from "@/components/newsroom/transparency/period-form";
import { ButtonLink } from "@/components/ui/button";
import form from "@/components/ui/form.module.css";
import { requireActor } from "@/lib/auth";
import { periodName, reportTables } from "@/lib/i18n/transparency-tables";
import { anyReport } from "@/lib/transparency/newsroom";
import { lastDayOf } from "@/lib/transparency/period";
import { askedFor } from "../../list-address";
import { DeskFrame } from "../desk-frame";
import { pathOf } from "../desk-tabs";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transparency"))("title") };
}

/** How the newsroom moderated in any period: the numbers that a transparency report publishes, and the same as files. */
export default async function TransparencyPage({ searchParams }: { searchParams: Query }) {
  const [actor, { period, from, until }] = [await requireActor(), askedFor(await searchParams)];
  const asked = from || until ? `${from ?? ""}..${until ?? ""}` : period;
  const typed = await anyReport(actor, asked);
  const shown = typed.ok || typed.error !== "invalid" ? typed : await anyReport(actor, undefined);
  if (!shown.ok) notFound();
  const [t, desk] = [await getTranslations("transparency"), await getTranslations("desk")];
  const { code, first } = shown.period;
  const name = await periodName(shown.period);
  const fileOf = (format: "csv" | "json") => `/api/transparency?period=${encodeURIComponent(code)}&format=${format}`;
  return (
    <DeskFrame actor={actor} part="transparency" title={desk("title")}>
      <Part title={t("choose")}>
        <PeriodForm
          key={asked ?? ""}
          action={pathOf("transparency")}
          first={from ?? first}
          last={until ?? lastDayOf(shown.period)}
          problem={typed.ok ? null : t("wrongDays")}
          texts={{ first: t("first"), last: t("last"), show: t("show") }}
        />
      </Part>
      <Part title={t("titled", { period: name })} intro={shown.goesOn ? t("goesOn") : undefined}>
        <div className={form.actions}>
          {(["csv", "json"] as const).map((format) => (
            <ButtonLink key={format} href={fileOf(format)}>
              {t(`files.${format}`)}
            </ButtonLink>
          ))}
        </div>
      </Part>
      {(await reportTables(shown.figures)).map(({ part, title, intro, columns, rows }) => (
        <Part key={part} title={title} intro={intro}>
          <FigureTable caption={title} columns={columns} rows={rows} />
        </Part>
      ))}
    </DeskFrame>
  );
}
