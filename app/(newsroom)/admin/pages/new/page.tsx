import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTemplates } from "@/components/newsroom/order/page-templates";
import { ownName } from "@/lib/i18n/languages";
import { EditPost } from "../../posts/edit-post";
import { start } from "./actions";

const TEMPLATES = ["imprint", "privacy", "accessibility", "contact"] as const;
const NAMES = {
  de: { imprint: "Impressum", privacy: "Datenschutz", accessibility: "Barrierefreiheit", contact: "Kontakt" },
  en: { imprint: "Legal notice", privacy: "Privacy", accessibility: "Accessibility", contact: "Contact" },
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("newPage") };
}

export default async function NewStaticPage() {
  const t = await getTranslations("order");
  const templates = (lang: "de" | "en") =>
    TEMPLATES.map((template) => ({ template, name: NAMES[lang][template], spoken: t("startWith", { name: NAMES[lang][template] }) }));
  return (
    <EditPost kind="page">
      <PageTemplates
        title={t("templates")}
        intro={t("templatesIntro")}
        start={start}
        languages={[
          { lang: "de", name: ownName("de"), templates: templates("de") },
          { lang: "en", name: ownName("en"), templates: templates("en") },
        ]}
      />
    </EditPost>
  );
}
