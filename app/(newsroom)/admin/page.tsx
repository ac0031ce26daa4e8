import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { LineList } from "@/components/newsroom/page/line-list";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { queueCounts } from "@/lib/comments/newsroom";
import { formatDuration } from "@/lib/i18n/measures";
import { listPosts } from "@/lib/posts/list";
import { siteHealth } from "@/lib/statistics/health";
import { deskStatistics } from "@/lib/statistics/newsroom";
import { DeskFigures } from "./desk-figures";
import { SiteFigures } from "./site-figures";

const DRAFTS = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsroom"))("sections.overview") };
}

/** Where one arrives after signing in: what waits, by what one may do. */
export default async function OverviewPage() {
  const actor = await requireActor();
  const [t, format] = [await getTranslations("newsroom"), await getFormatter()];
  const [queue, statistics, drafts, health] = await Promise.all([
    queueCounts(actor),
    deskStatistics(actor),
    listPosts(actor, { status: "draft" }),
    siteHealth(actor),
  ]);
  const waiting = statistics.ok ? statistics.waitingSeconds : null;
  return (
    <>
      <PageTitle actions={drafts.ok && <ButtonLink href="/admin/posts/new">{t("write")}</ButtonLink>}>
        {t("greeting", { name: actor.name })}
      </PageTitle>
      {queue.ok && (
        <Part
          title={t("replies")}
          intro={
            <>
              {t("repliesWaiting", { count: queue.counts.pending })}{" "}
              {waiting !== null && t("oldestWaits", { time: formatDuration(waiting, await getLocale()) })}
            </>
          }
        >
          <ButtonLink tone={queue.counts.pending ? "primary" : "plain"} href="/admin/comments?status=pending">
            {t("toReplies")}
          </ButtonLink>
        </Part>
      )}
      {drafts.ok && (
        <Part title={t("drafts")} intro={drafts.posts.length ? t("draftsIntro") : t("noDrafts")}>
          <LineList
            lines={drafts.posts.slice(0, DRAFTS).map(({ id, title, lang, updatedAt }) => ({
              href: `/admin/posts/${id}`,
              title: title || t("untitled"),
              lang,
              note: format.dateTime(updatedAt, { dateStyle: "medium", timeStyle: "short" }),
            }))}
          />
        </Part>
      )}
      {statistics.ok && <DeskFigures statistics={statistics} />}
      {health.ok && <SiteFigures health={health} />}
    </>
  );
}
