import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { CategoryTree, type ShownCategory } from "@/components/newsroom/order/category-tree";
import { EmptyList, PageTitle, Part } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { listCategories, type ListedCategory } from "@/lib/taxonomy/newsroom";
import type { Tree } from "@/lib/taxonomy/tree";
import { addCategory, move } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newsroom"))("sections.categories") };
}

/** The tree of categories, for the desk. */
export default async function CategoriesPage() {
  const listed = await listCategories(await requireActor());
  if (!listed.ok) notFound();
  const [t, newsroom] = [await getTranslations("order"), await getTranslations("newsroom")];
  const shown = (tree: Tree<ListedCategory>): ShownCategory => ({
    id: tree.id,
    name: tree.name,
    slug: tree.slug,
    posts: t("postCount", { count: tree.posts }),
    children: tree.children.map(shown),
  });
  return (
    <>
      <PageTitle>{newsroom("sections.categories")}</PageTitle>
      <Part title={t("tree")} intro={t("treeIntro")}>
        {listed.tree.length === 0 ? (
          <EmptyList>{t("noCategories")}</EmptyList>
        ) : (
          <CategoryTree
            label={newsroom("sections.categories")}
            categories={listed.tree.map(shown)}
            move={move}
            texts={{ view: t("view"), up: t("up"), down: t("down") }}
          />
        )}
      </Part>
      <Part title={t("newCategory")}>
        <ActionForm
          action={addCategory}
          fields={[{ name: "name", label: t("name"), required: true, autoComplete: "off" }]}
          submit={t("make")}
        />
      </Part>
    </>
  );
}
