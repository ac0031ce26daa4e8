import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrozenList } from "@/components/newsroom/danger/frozen-list";
import { Police } from "@/components/newsroom/danger/police";
import { requireActor } from "@/lib/auth";
import { frozenCases } from "@/lib/evidence/newsroom";
import { mayOpenEvidence } from "@/lib/evidence/policy";
import { deletingTexts } from "../deleting";
import { DeskFrame } from "../desk-frame";
import { handle } from "./actions";
import { frozenView, policeTexts } from "./frozen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("danger"))("title") };
}

/** What was frozen because it pointed to a danger to life: whom to inform, and, for who may, what it was. */
export default async function DangerPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const found = await frozenCases(actor, query);
  if (!found.ok) notFound();
  const [t, desk] = [await getTranslations("danger"), await getTranslations("desk")];
  const mayOpen = mayOpenEvidence(actor);
  return (
    <DeskFrame actor={actor} part="danger" title={t("title")} after={query.after} next={found.next}>
      <p>{mayOpen ? t("intro") : t("introClosed")}</p>
      <Police {...await policeTexts(found.police)} />
      <FrozenList
        rows={await Promise.all(found.cases.map(frozenView))}
        empty={query.after ? desk("emptyPage") : t("empty")}
        texts={{ acts: mayOpen ? { show: t("show"), keep: t("keep"), deleting: deletingTexts(t) } : null }}
        handle={handle}
      />
    </DeskFrame>
  );
}
