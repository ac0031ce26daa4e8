import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { TagList } from "@/components/newsroom/order/tag-list";
import { FindInList } from "@/components/newsroom/page/find-in-list";
import { EmptyList, PageTitle, Part } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { listTags } from "@/lib/taxonomy/newsroom";
import { listAddress } from "../list-address";
import { addTag } from "./actions";

interface TagsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsroom"))("sections.tags") };
}

/** The tags by name, for the desk. */
export default async function TagsPage({ searchParams }: TagsPageProps) {
  const [actor, asked] = [await requireActor(), await searchParams];
  const listed = await listTags(actor, asked);
  if (!listed.ok) notFound();
  const [t, newsroom] = [await getTranslations("order"), await getTranslations("newsroom")];
  const q = typeof asked.q === "string" ? asked.q : "";
  return (
    <>
      <PageTitle>{newsroom("sections.tags")}</PageTitle>
      <FindInList action="/admin/tags" q={q} texts={{ search: t("searchTags"), find: t("filter") }} />
      {listed.tags.length === 0 ? (
        <EmptyList>{q ? t("noTagFound") : t("noTags")}</EmptyList>
      ) : (
        <TagList
          label={newsroom("sections.tags")}
          tags={listed.tags.map(({ id, name, posts }) => ({ id, name, posts: t("postCount", { count: posts }) }))}
        />
      )}
      {listed.next && (
        <p>
          <Link href={listAddress("/admin/tags", { q, after: listed.next })} prefetch={false} rel="next">
            {t("next")}
          </Link>
        </p>
      )}
      <Part title={t("newTag")} intro={t("newTagIntro")}>
        <ActionForm action={addTag} fields={[{ name: "name", label: t("name"), required: true, autoComplete: "off" }]} submit={t("make")} />
      </Part>
    </>
  );
}
