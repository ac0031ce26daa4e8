import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { TagList } from "@/components/newsroom/order/tag-list";
import { FindInList } from "@/components/newsroom/page/find-in-list";
import { EmptyList, PageTitle, Part } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { listTags } from "@/lib/taxonomy/newsroom";
import { askedFor, hrefOf } from "../list-address";
import { addTag } from "./actions";

const HOME = "/admin/tags";

interface TagsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsroom"))("sections.tags") };
}

/** The tags by name, for the desk. */
export default async function TagsPage({ searchParams }: TagsPageProps) {
  const [actor, asked] = [await requireActor(), askedFor(await searchParams)];
  const listed = await listTags(actor, asked);
  if (!listed.ok) notFound();
  const [t, newsroom] = [await getTranslations("order"), await getTranslations("newsroom")];
  const { q = "" } = asked;
  return (
    <>
      <PageTitle>{newsroom("sections.tags")}</PageTitle>
      <FindInList action={HOME} q={q} texts={{ search: t("searchTags"), find: t("filter") }} />
      {listed.tags.length === 0 ? (
        <EmptyList>{q ? t("noTagFound") : t("noTags")}</EmptyList>
      ) : (
        <TagList
          label={newsroom("sections.tags")}
          tags={listed.tags.map(({ id, name, posts }) => ({ id, name, posts: t("postCount", { count: posts }) }))}
        />
      )}
      <NextPage first={null} next={listed.next ? { href: hrefOf(HOME, asked, { after: listed.next }), label: t("next") } : null} />
      <Part title={t("newTag")} intro={t("newTagIntro")}>
        <ActionForm action={addTag} fields={[{ name: "name", label: t("name"), required: true, autoComplete: "off" }]} submit={t("make")} />
      </Part>
    </>
  );
}
