import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Reported } from "@/components/newsroom/reported/reported";
import { requireActor } from "@/lib/auth";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { reportedReplies } from "@/lib/reports/newsroom";
import { DeskFrame } from "../desk-frame";
import { LiveMessages } from "../live-messages";
import { decideOnReported } from "./actions";
import { reportedTexts, rowsOf } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reported"))("title") };
}

/** What readers reported: one entry a reply, decided on like every other (DESIGN.md §3, Report). */
export default async function ReportedPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [found, keys] = [await reportedReplies(actor, query), await deskKeysOf(actor)];
  if (!found.ok || !keys) notFound();
  const [t, report, desk, format] = [
    await getTranslations("reported"),
    await getTranslations("report"),
    await getTranslations("desk"),
    await getFormatter(),
  ];
  return (
    <DeskFrame actor={actor} part="reported" title={t("title")} after={query.after} next={found.next}>
      <LiveMessages>
        <Reported
          key={String(query.after)}
          me={actor.id}
          keys={keys}
          rows={rowsOf(found.reported, { t, report, desk, format })}
          intro={t("intro")}
          empty={query.after ? desk("emptyPage") : t("empty")}
          texts={reportedTexts(t, desk)}
          decide={decideOnReported}
        />
      </LiveMessages>
    </DeskFrame>
  );
}
