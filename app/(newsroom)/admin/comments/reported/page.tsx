import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { Reported } from "@/components/newsroom/reported/reported";
import { requireActor } from "@/lib/auth";
import { reportedReplies } from "@/lib/reports/newsroom";
import { deskTabs } from "../desk-tabs";
import { decideOnReported } from "./actions";
import { reportedTexts, rowsOf } from "./view";

const HERE = "/admin/comments/reported";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reported"))("title") };
}

/** What readers reported: one entry a reply, decided on like every other (DESIGN.md §3, Report). */
export default async function ReportedPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const found = await reportedReplies(actor, query);
  if (!found.ok) notFound();
  const [t, report, desk, format] = [
    await getTranslations("reported"),
    await getTranslations("report"),
    await getTranslations("desk"),
    await getFormatter(),
  ];
  return (
    <>
      <h1>{t("title")}</h1>
      <Tabs label={desk("lists")} tabs={await deskTabs(actor, "reported")} />
      <Reported
        rows={rowsOf(found.reported, { t, report, desk, format })}
        intro={t("intro")}
        empty={query.after ? desk("emptyPage") : t("empty")}
        texts={reportedTexts(t, desk)}
        decide={decideOnReported}
      />
      <NextPage
        first={query.after ? { href: HERE, label: desk("first") } : null}
        next={found.next ? { href: `${HERE}?after=${found.next}`, label: desk("next") } : null}
      />
    </>
  );
}
