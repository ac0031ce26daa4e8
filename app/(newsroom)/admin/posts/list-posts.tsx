import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { ListFilters } from "@/components/newsroom/page/list-filters";
import { PageTitle } from "@/components/newsroom/page/page";
import { PostDesk } from "@/components/newsroom/posts/post-desk";
import type { PostDeskTexts, SortedColumn } from "@/components/newsroom/posts/view";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { countWriter } from "@/lib/i18n/written-count";
import type { BulkAct } from "@/lib/posts/flow-schema";
import { listPosts } from "@/lib/posts/list";
import { listChoices } from "@/lib/posts/list-choices";
import { postCounts } from "@/lib/posts/list-counts";
import { POSTS_PER_PAGE } from "@/lib/posts/list-schema";
import { siteSettings } from "@/lib/settings/public";
import { bulk } from "./bulk-action";
import { askedFor, hrefOf, type Asked } from "../list-address";
import { filtersOf, rowsOf, type Written } from "./list-view";

/** A list's query as the address has it, untrusted. */
export type ListQuery = Promise<Record<string, string | string[] | undefined>>;

const STATUSES = ["draft", "in_review", "scheduled", "published", "unpublished", "archived", "trash"] as const;
const FILTERS = ["q", "author", "category", "tag", "lang", "month"];

interface ListProps {
  kind: "post" | "page";
  query: ListQuery;
}

/** The posts, or the static pages, that the actor may open: by state, found and filtered, sorted, page by page, some at a time acted on. */
export async function ListPosts({ kind, query }: ListProps) {
  const [actor, asked] = [await requireActor(), askedFor(await query)];
  const [listed, counted] = await Promise.all([listPosts(actor, { ...asked, kind }), postCounts(actor, kind)]);
  if (!listed.ok || !counted.ok) notFound();
  const [choices, { locale }] = await Promise.all([listChoices(actor, kind), siteSettings()]);
  const texts = { t: await getTranslations("posts"), flow: await getTranslations("flow"), format: await getFormatter() };
  const { t } = texts;
  const home = `/admin/${kind}s`;
  const status = STATUSES.find((each) => each === asked.status);
  const isFiltered = FILTERS.some((name) => asked[name]);
  const { after, ...stays } = asked;
  return (
    <>
      <PageTitle
        actions={
          <ButtonLink href={`${home}/new`} tone="primary">
            {t(kind === "page" ? "newPage" : "newPost")}
          </ButtonLink>
        }
      >
        {t(kind === "page" ? "pages" : "posts")}
      </PageTitle>
      <Tabs label={texts.flow("tabs")} tabs={tabsOf(counted.counts, home, stays, status, { ...texts, written: await countWriter() })} />
      <ListFilters
        action={home}
        q={asked.q ?? ""}
        filters={filtersOf(kind === "page" ? { ...choices, authors: [], categories: [], tags: [] } : choices, asked, locale, texts)}
        kept={Object.fromEntries(["status", "sort", "isTurned"].flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])))}
        clearHref={isFiltered ? hrefOf(home, Object.fromEntries(Object.entries(stays).filter(([name]) => !FILTERS.includes(name)))) : null}
        texts={{ search: t("searchTitle"), more: texts.flow("filters"), filter: t("filter"), clear: texts.flow("clear") }}
      />
      <PostDesk
        key={hrefOf(home, asked)}
        rows={rowsOf(listed.posts, home, texts)}
        categories={choices.categories}
        texts={deskTexts(kind, home, stays, isFiltered || status !== undefined || after !== undefined, texts)}
        act={bulk}
      />
      {listed.next && listed.posts.length < POSTS_PER_PAGE && <p>{texts.flow("soFar")}</p>}
      <NextPage
        first={after ? { href: hrefOf(home, stays), label: texts.flow("first") } : null}
        next={listed.next ? { href: hrefOf(home, stays, { after: listed.next }), label: t("next") } : null}
      />
    </>
  );
}

function tabsOf(
  counts: Record<(typeof STATUSES)[number], number>,
  home: string,
  stays: Asked,
  status: string | undefined,
  { t, flow, written }: Written & { written: (count: number) => string },
) {
  const { trash, ...others } = counts;
  const all = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    { href: hrefOf(home, stays, { status: null }), label: flow("all"), count: written(all), isCurrent: status === undefined },
    ...STATUSES.map((each) => ({
      href: hrefOf(home, stays, { status: each }),
      label: t(`status.${each}`),
      count: written(each === "trash" ? trash : counts[each]),
      isCurrent: each === status,
    })),
  ];
}

function deskTexts(kind: "post" | "page", home: string, stays: Asked, isNarrowed: boolean, { t, flow }: Written): PostDeskTexts {
  const acts: BulkAct[] =
    stays.status === "trash" ? ["restore"] : stays.status === "published" ? ["category", "trash"] : ["publish", "category", "trash"];
  const column = (label: string, sort: string) => ({ label, ...sorting(home, stays, sort) });
  return {
    caption: t(kind === "page" ? "pages" : "posts"),
    title: column(t("title"), "title"),
    date: column(flow("date"), "date"),
    changed: column(t("changed"), "changed"),
    status: t("statusColumn"),
    byLines: kind === "post" ? t("byLines") : null,
    category: kind === "post" ? t("category") : null,
    selectAll: flow("selectAll"),
    bulkActions: flow("bulkActions"),
    choose: flow("choose"),
    acts: acts.filter((id) => kind === "post" || id !== "category").map((id) => ({ id, label: flow(`bulkActs.${id}`) })),
    newCategory: flow("newCategory"),
    noCategory: t("noCategory"),
    apply: flow("apply"),
    empty: isNarrowed ? flow("nothingFound") : t(kind === "page" ? "noPages" : "noPosts"),
  };
}

/** By what the list is sorted: of a month always by date (lib/posts/list.ts). A second click turns the order round. */
function sorting(home: string, stays: Asked, sort: string): Pick<SortedColumn, "href" | "order"> {
  const asked = stays.sort === "title" || stays.sort === "date" ? stays.sort : "changed";
  const current = stays.month && asked === "changed" ? "date" : asked;
  const isTurned = stays.isTurned === "1";
  if (sort !== current) return { href: hrefOf(home, stays, { sort, isTurned: null }) };
  const isAscending = (sort === "title") !== isTurned;
  return { href: hrefOf(home, stays, { sort, isTurned: isTurned ? null : "1" }), order: isAscending ? "ascending" : "descending" };
}
