import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Runs } from "@/components/newsroom/desk/runs";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { ListFilters } from "@/components/newsroom/page/list-filters";
import { requireActor } from "@/lib/auth";
import { deskChoices } from "@/lib/comments/desk/choices";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { byTyped, PAGE } from "@/lib/comments/desk/query";
import { moderationQueue } from "@/lib/comments/newsroom";
import { ownRuns } from "@/lib/comments/runs/newsroom";
import { siteSettings } from "@/lib/settings/public";
import { askedFor, hrefOf } from "../list-address";
import { DeskList } from "./desk-list";
import { deskTabs } from "./desk-tabs";
import { FILTERS, filtersOf, typedOf } from "./filters";
import { runsOf } from "./runs";
import { steerRun } from "./run-actions";
import { ShiftPanel } from "./shift";

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
  const [queue, keys, runs] = await Promise.all([moderationQueue(actor, asked), deskKeysOf(actor), ownRuns(actor)]);
  if (!queue.ok || !keys) notFound();
  const [t, checks] = [await getTranslations("desk"), await getTranslations("checks")];
  const [flow, { locale }] = [await getTranslations("flow"), await siteSettings()];
  const { status, next, comments } = queue;
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
      <DeskList
        actor={actor}
        queue={queue}
        keys={keys}
        empty={isFiltered ? t("nothingFound") : asked.after ? t("emptyPage") : t(`empty.${status}`)}
        here={hrefOf(HOME, { ...stays, status })}
        after={after}
        query={hrefOf("", stays, { status }).slice(1)}
        below={next && comments.length < PAGE ? t("soFar") : undefined}
      />
    </>
  );
}
