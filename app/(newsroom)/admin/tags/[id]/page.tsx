import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { editableTag } from "@/lib/taxonomy/newsroom";
import { changeTag, merge, removeTag } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("order"))("editTag") };
}

/** One tag: its name, what it becomes part of, its end. */
export default async function TagPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await editableTag(await requireActor(), (await params).id);
  if (!found.ok) notFound();
  const { id, name, posts } = found.tag;
  const [t, newsroom] = [await getTranslations("order"), await getTranslations("newsroom")];
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/tags">{newsroom("sections.tags")}</ButtonLink>}>{name}</PageTitle>
      <Part title={t("editTag")} intro={t("renames")}>
        <ActionForm
          action={changeTag}
          hidden={{ id }}
          fields={[{ name: "name", label: t("name"), required: true, value: name, autoComplete: "off" }]}
          submit={t("store")}
        />
      </Part>
      <Part title={t("mergeTag")} intro={t("mergeIntro", { count: posts })}>
        <ActionForm
          action={merge}
          hidden={{ id }}
          fields={[{ name: "into", label: t("mergeInto"), hint: t("mergeHint"), required: true, autoComplete: "off" }]}
          submit={t("mergeTag")}
        />
      </Part>
      <Part title={t("deleteTag")} intro={t("deleteTagIntro")}>
        <ActionForm action={removeTag} hidden={{ id }} submit={t("deleteTag")} tone="danger" />
      </Part>
    </>
  );
}
