import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { Desk } from "@/components/newsroom/desk/desk";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Runs } from "@/components/newsroom/desk/runs";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { ListFilters } from "@/components/newsroom/page/list-filters";
import { requireActor } from "@/lib/auth";
import { deskChoices } from "@/lib/comments/desk-choices";
import { deskKeysOf } from "@/lib/comments/desk-keys";
import { byTyped, PAGE } from "@/lib/comments/desk-query";
import { commentHistories } from "@/lib/comments/history";
import { moderationQueue } from "@/lib/comments/newsroom";
import { ownRuns } from "@/lib/comments/runs/newsroom";
import { siteSettings } from "@/lib/settings/public";
import { askedFor, hrefOf } from "../posts/list-view";
import { moderate } from "./actions";
import { deskTabs } from "./desk-tabs";
import { deskTexts } from "./desk-texts";
import { FILTERS, filtersOf, typedOf } from "./filters";
import { runsOf } from "./runs";
import { steerRun } from "./run-actions";
import { ShiftPanel } from "./shift";
import { actsOf, rowsOf } from "./view";

const HOME = "/admin/comments";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The moderation's lists (CONTRACT.md 14): what waits, what was decided, and both, searched and filtered. */
export default async function CommentsPage({ searchParams }: { searchParams: Query }) {
  const [actor, asked] = [await requireActor(), askedFor(await searchParams)];
  const { email, after, ...stays } = asked;
  // An address is not kept in the browser's history.
  const by = email && byTyped(email);
  if (by) redirect(hrefOf(HOME, stays, { by }));
  const [queue, keys] = [await moderationQueue(actor, asked), await deskKeysOf(actor)];
  if (!queue.ok || !keys) notFound();
  const [t, checks, format] = [await getTranslations("desk"), await getTranslations("checks"), await getFormatter()];
  const [ledger, flow, { locale }] = [await getTranslations("ledger"), await getTranslations("flow"), await siteSettings()];
  const { status, next, comments } = queue;
  const histories = await commentHistories(
    actor,
    comments.map(({ id }) => id),
  );
  const runs = await ownRuns(actor);
  const { looking, is, decidedBy, somebody } = (await getMessages()).desk;
  const isFiltered = FILTERS.some((name) => asked[name]);
  const written = { t, checks, locale };
  return (
    <>
      <h1>{t("title")}</h1>
      <Tabs label={t("lists")} tabs={await deskTabs(actor, status, (list) => hrefOf(HOME, stays, { status: list }))} />
      <ShiftPanel actor={actor} article={stays.article} />
      <ListFilters
        key={hrefOf(HOME, asked)}
        action={HOME}
        q={stays.q ?? ""}
        typed={typedOf(asked, queue.problems, written)}
        filters={filtersOf(await deskChoices(actor), asked, written)}
        kept={{ status }}
        clearHref={isFiltered ? hrefOf(HOME, { status }) : null}
        texts={{ search: t("filters.search"), more: flow("filters"), filter: t("filters.filter"), clear: flow("clear") }}
        {...(stays.by && { only: { name: "by", value: stays.by, label: t("filters.by") } })}
      />
      {runs.length > 0 && <Runs runs={runsOf(runs, t)} act={steerRun} />}
      <NextIntlClientProvider locale={await getLocale()} messages={{ desk: { looking, is, decidedBy, somebody } }}>
        <Desk
          me={actor.id}
          everywhere={next ? hrefOf("", stays, { status }).slice(1) : null}
          key={hrefOf(HOME, { ...stays, status })}
          rows={rowsOf(queue, histories, { t, checks, ledger, format })}
          acts={actsOf(t, status)}
          empty={isFiltered ? t("nothingFound") : asked.after ? t("emptyPage") : t(`empty.${status}`)}
          keys={keys}
          texts={deskTexts(t)}
          moderate={moderate}
        />
      </NextIntlClientProvider>
      {next && comments.length < PAGE && <p>{t("soFar")}</p>}
      <NextPage
        first={after ? { href: hrefOf(HOME, { ...stays, status }), label: t("first") } : null}
        next={next ? { href: hrefOf(HOME, { ...stays, status }, { after: next }), label: t("next") } : null}
      />
    </>
  );
}
