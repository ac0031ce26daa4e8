import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { EmptyList, PageTitle, Part } from "@/components/newsroom/page/page";
import { PreviewFrame } from "@/components/newsroom/preview/preview-frame";
import { PreviewLinks } from "@/components/newsroom/preview/preview-links";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { postPreview } from "@/lib/posts/preview-links";
import { PREVIEW_DAYS } from "@/lib/posts/act-schema";
import { siteAddress } from "@/lib/settings/public";
import { endLink, share } from "./revision-actions";

/** A preview page's query as the address has it, untrusted. */
export type PreviewQuery = Promise<Record<string, string | string[] | undefined>>;

/** A post or static page as readers will see it, at the width of a telephone or a desk, and the private links to it. */
export async function ShowPreview({ kind, id, query }: { kind: "post" | "page"; id: string; query: PreviewQuery }) {
  const found = await postPreview(await requireActor(), id);
  if (!found.ok || found.post.kind !== kind) notFound();
  const [t, format] = [await getTranslations("save"), await getFormatter()];
  const { post, links } = found;
  const home = `/admin/${kind}s/${id}`;
  const width = (await query).width === "phone" ? "phone" : "desktop";
  const momentOf = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const path = (links.find(({ isOwn }) => isOwn) ?? links[0])?.path;
  return (
    <>
      <PageTitle actions={<ButtonLink href={home}>{t("backToEditor")}</ButtonLink>}>
        {t("previewOf", { title: post.title || t("untitled") })}
      </PageTitle>
      {path ? (
        <PreviewFrame
          path={path}
          width={width}
          title={t("preview")}
          label={t("widths")}
          widths={(["phone", "desktop"] as const).map((each) => ({ id: each, href: `${home}/preview?width=${each}`, name: t(each) }))}
        />
      ) : (
        <EmptyList>{t("noLinks")}</EmptyList>
      )}
      <Part title={t("links")} intro={t("linksMean")}>
        <PreviewLinks
          links={links.map((link) => ({
            id: link.id,
            address: siteAddress(link.path),
            facts: t("linkFacts", { by: link.by, made: momentOf(link.createdAt), ends: momentOf(link.expiresAt) }),
          }))}
          end={endLink}
          texts={{ link: t("link"), copy: t("copy"), copied: t("copied"), end: t("endLink") }}
        />
        <ActionForm
          action={share.bind(null, id)}
          submit={t("makeLink")}
          fields={[
            {
              name: "days",
              label: t("opensFor"),
              value: "7",
              options: PREVIEW_DAYS.map((days) => ({ value: String(days), label: t("days", { days }) })),
            },
          ]}
        />
      </Part>
    </>
  );
}
