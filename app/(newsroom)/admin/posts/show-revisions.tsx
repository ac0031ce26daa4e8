import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { EmptyList, PageTitle } from "@/components/newsroom/page/page";
import { Comparison } from "@/components/newsroom/revisions/comparison";
import { RestoreForm } from "@/components/newsroom/revisions/restore-form";
import { RevisionList } from "@/components/newsroom/revisions/revision-list";
import styles from "@/components/newsroom/revisions/revisions.module.css";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { postRevisions, type ListedRevision } from "@/lib/posts/revisions";
import { restore } from "./revision-actions";

/** A revisions page's query as the address has it, untrusted. */
export type RevisionsQuery = Promise<Record<string, string | string[] | undefined>>;

/** The revisions of a post or static page: who saved when, two of them side by side, and the way back to one. */
export async function ShowRevisions({ kind, id, query }: { kind: "post" | "page"; id: string; query: RevisionsQuery }) {
  const found = await postRevisions(await requireActor(), id, await query);
  if (!found.ok || found.post.kind !== kind) notFound();
  const { post, listed, next, compared } = found;
  const [t, format] = [await getTranslations("save"), await getFormatter()];
  const home = `/admin/${kind}s/${id}`;
  const momentOf = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" });
  const nameOf = ({ by, at }: ListedRevision) => t("byAt", { by: by ?? t("site"), time: momentOf(at) });
  return (
    <>
      <PageTitle actions={<ButtonLink href={home}>{t("backToEditor")}</ButtonLink>}>
        {t("revisionsOf", { title: post.title || t("untitled") })}
      </PageTitle>
      {!compared && <EmptyList>{t("noRevisions")}</EmptyList>}
      {compared && (
        <div className={styles.columns}>
          <nav aria-label={t("revisions")}>
            <RevisionList
              items={listed.map((each) => ({
                href: `${home}/revisions?to=${each.version}`,
                name: momentOf(each.at),
                by: each.by ?? t("site"),
                kind: t(`kinds.${each.kind}`),
                mark: each.version === post.appliedVersion ? t("shown") : null,
                isCurrent: each.version === compared.to.version,
              }))}
            />
            <NextPage
              first={null}
              next={next ? { href: `${home}/revisions?before=${next}&to=${compared.to.version}`, label: t("older") } : null}
            />
          </nav>
          <section aria-labelledby="compared" className={styles.compared}>
            <h2 id="compared">{compared.from ? t("whatChanged") : t("firstText")}</h2>
            <Comparison
              left={compared.from ? nameOf(compared.from) : t("nothingBefore")}
              right={nameOf(compared.to)}
              rows={[
                { name: t("title"), row: compared.title },
                { name: t("standfirst"), row: compared.standfirst },
                ...compared.body.map((row) => ({ name: null, row })),
              ]}
              texts={{ same: t("unchanged"), added: t("added"), removed: t("removed") }}
            />
            {compared.fields.length > 0 && (
              <p>{t("alsoChanged", { fields: format.list(compared.fields.map((field) => t(`fields.${field}`))) })}</p>
            )}
            {post.mayRestore && compared.to.version !== post.version && (
              <RestoreForm
                action={restore}
                fields={{ id, kind, version: String(post.version), revision: String(compared.to.version) }}
                label={t("restore")}
                hint={t("restoreMeans")}
              />
            )}
          </section>
        </div>
      )}
    </>
  );
}
