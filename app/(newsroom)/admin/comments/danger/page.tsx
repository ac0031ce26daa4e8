import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrozenList } from "@/components/newsroom/danger/frozen-list";
import { Police } from "@/components/newsroom/danger/police";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { requireActor } from "@/lib/auth";
import { frozenCases } from "@/lib/evidence/newsroom";
import { mayOpenEvidence } from "@/lib/evidence/policy";
import { deletingTexts } from "../deleting";
import { deskTabs } from "../desk-tabs";
import { handle } from "./actions";
import { frozenView, policeTexts } from "./frozen";

const HERE = "/admin/comments/danger";

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
    <>
      <h1>{t("title")}</h1>
      <Tabs label={desk("lists")} tabs={await deskTabs(actor, "danger")} />
      <p>{mayOpen ? t("intro") : t("introClosed")}</p>
      <Police {...await policeTexts(found.police)} />
      <FrozenList
        rows={await Promise.all(found.cases.map(frozenView))}
        empty={query.after ? desk("emptyPage") : t("empty")}
        texts={{ acts: mayOpen ? { show: t("show"), keep: t("keep"), deleting: deletingTexts(t) } : null }}
        handle={handle}
      />
      <NextPage
        first={query.after ? { href: HERE, label: desk("first") } : null}
        next={found.next ? { href: `${HERE}?after=${found.next}`, label: desk("next") } : null}
      />
    </>
  );
}
