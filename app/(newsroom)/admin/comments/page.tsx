import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Desk } from "@/components/newsroom/desk/desk";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { requireActor } from "@/lib/auth";
import { STATUSES, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { commentHistories } from "@/lib/comments/history";
import { moderationQueue, queueCounts } from "@/lib/comments/newsroom";
import { moderate } from "./actions";
import { deskTexts, rowsOf } from "./view";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The moderation's lists (CONTRACT.md 14): what waits, and what was decided. */
export default async function CommentsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [queue, counted] = [await moderationQueue(actor, query), await queueCounts(actor)];
  if (!queue.ok || !counted.ok) notFound();
  const [t, checks, format] = [await getTranslations("desk"), await getTranslations("checks"), await getFormatter()];
  const ledger = await getTranslations("ledger");
  const { status, next } = queue;
  const histories = await commentHistories(
    actor,
    queue.comments.map(({ id }) => id),
  );
  const verdicts = (Object.keys(VERDICTS) as Verdict[]).filter((verdict) => VERDICTS[verdict] !== status);
  return (
    <>
      <h1>{t("title")}</h1>
      <Tabs
        label={t("lists")}
        tabs={STATUSES.map((each) => ({
          href: `/admin/comments?status=${each}`,
          label: t(`tabs.${each}`),
          count: counted.counts[each] > 999 ? t("manyCount") : format.number(counted.counts[each]),
          isCurrent: each === status,
        }))}
      />
      <Desk
        key={status}
        from={status}
        rows={rowsOf(queue, histories, { t, checks, ledger, format })}
        verdicts={verdicts}
        empty={query.after ? t("emptyPage") : t(`empty.${status}`)}
        texts={deskTexts(t, status)}
        moderate={moderate}
      />
      <NextPage
        first={query.after ? { href: `/admin/comments?status=${status}`, label: t("first") } : null}
        next={next ? { href: `/admin/comments?status=${status}&after=${next}`, label: t("next") } : null}
      />
    </>
  );
}
