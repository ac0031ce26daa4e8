import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { LedgerFilters } from "@/components/newsroom/ledger/ledger-filters";
import { LedgerTable } from "@/components/newsroom/ledger/ledger-table";
import { EmptyList, PageTitle } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { readLedger, SITE_ITSELF } from "@/lib/audit/newsroom";
import { askedFor, hrefOf } from "../list-address";
import { actGroups, rowsOf } from "./view";

const HOME = "/admin/ledger";
const FILTERS = ["who", "act", "since", "until", "id"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title") };
}

/** Who did what, when, to what and why, for administrators: newest first, by person, act, days and thing. */
export default async function LedgerPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [asked, actor] = [askedFor(await searchParams), await requireActor()];
  const ledger = await readLedger(actor, asked);
  if (!ledger.ok) notFound();
  const [t, format] = [await getTranslations("ledger"), await getFormatter()];
  const { after, ...stays } = asked;
  const isNarrowed = after !== undefined || FILTERS.some((name) => stays[name]);
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <p>{t("intro")}</p>
      <LedgerFilters
        action={HOME}
        asked={stays}
        people={[{ id: SITE_ITSELF, name: t("site") }, ...ledger.people]}
        groups={actGroups(t)}
        clearHref={isNarrowed ? HOME : null}
        texts={{
          who: t("who"),
          act: t("act"),
          since: t("since"),
          until: t("until"),
          thing: t("thing"),
          all: t("all"),
          filter: t("filter"),
          clear: t("clear"),
        }}
      />
      {ledger.entries.length === 0 ? (
        <EmptyList>{isNarrowed ? t("nothingFound") : t("empty")}</EmptyList>
      ) : (
        <LedgerTable
          rows={rowsOf(ledger.entries, (id) => hrefOf(HOME, { id }), t, format)}
          texts={{
            caption: t("title"),
            act: t("act"),
            when: t("when"),
            who: t("who"),
            thing: t("on"),
            change: t("change"),
            why: t("why"),
            all: t("allOfThing"),
          }}
        />
      )}
      <NextPage
        first={after ? { href: hrefOf(HOME, stays), label: t("first") } : null}
        next={ledger.next ? { href: hrefOf(HOME, stays, { after: ledger.next }), label: t("next") } : null}
      />
    </>
  );
}
