import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { LineList } from "@/components/newsroom/page/line-list";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { queueCounts } from "@/lib/comments/newsroom";
import { listPosts } from "@/lib/posts/list";

const DRAFTS = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsroom"))("sections.overview") };
}

/** Where one arrives after signing in: what waits, by what one may do. */
export default async function OverviewPage() {
  const actor = await requireActor();
  const [t, format] = [await getTranslations("newsroom"), await getFormatter()];
  const [queue, drafts] = await Promise.all([queueCounts(actor), listPosts(actor, { status: "draft" })]);
  return (
    <>
      <PageTitle actions={drafts.ok && <ButtonLink href="/admin/posts/new">{t("write")}</ButtonLink>}>
        {t("greeting", { name: actor.name })}
      </PageTitle>
      {queue.ok && (
        <Part title={t("replies")} intro={t("repliesWaiting", { count: queue.counts.pending })}>
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
    </>
  );
}
