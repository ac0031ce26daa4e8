import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { categoryRuleFields } from "@/components/newsroom/discussion/rule-fields";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { nameInTree } from "@/components/newsroom/order/category-options";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { rulesOfCategory } from "@/lib/comments/rules/newsroom";
import { editableCategory } from "@/lib/taxonomy/newsroom";
import { changeCategory, changeDiscussion, removeCategory } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("order"))("editCategory") };
}

/** One category: its name, address, description and place; how its posts are discussed; and its end. */
export default async function CategoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const found = await editableCategory(actor, (await params).id);
  if (!found.ok) notFound();
  const { category, parents } = found;
  const [t, newsroom, ruleTexts] = [await getTranslations("order"), await getTranslations("newsroom"), await getTranslations("rules")];
  const rules = await rulesOfCategory(actor, category.id);
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/categories">{newsroom("sections.categories")}</ButtonLink>}>{category.name}</PageTitle>
      <Part title={t("editCategory")} intro={t("moves")}>
        <ActionForm
          action={changeCategory}
          hidden={{ id: category.id }}
          fields={[
            { name: "name", label: t("name"), required: true, value: category.name, autoComplete: "off" },
            { name: "slug", label: t("slug"), hint: t("slugHint"), value: category.slug, autoComplete: "off" },
            { name: "description", label: t("description"), hint: t("descriptionHint"), value: category.description, rows: 4 },
            {
              name: "parentId",
              label: t("parent"),
              value: category.parentId ?? "",
              options: [{ value: "", label: t("noParent") }, ...parents.map((each) => ({ value: each.id, label: nameInTree(each) }))],
            },
          ]}
          submit={t("store")}
        />
      </Part>
      {rules && (
        <Part title={ruleTexts("title")} intro={ruleTexts("categoryIntro")}>
          <ActionForm
            action={changeDiscussion}
            hidden={{ id: category.id }}
            fields={categoryRuleFields(rules, ruleTexts)}
            submit={ruleTexts("store")}
          />
        </Part>
      )}
      <Part title={t("deleteCategory")} intro={t("deleteCategoryIntro")}>
        <ActionForm action={removeCategory} hidden={{ id: category.id }} submit={t("deleteCategory")} tone="danger" />
      </Part>
    </>
  );
}
