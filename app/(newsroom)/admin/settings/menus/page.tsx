import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/newsroom/page/page";
import { ArrangeForm, type Arranged } from "@/components/newsroom/settings/arrange-form";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { publishedPages } from "@/lib/posts/public";
import type { MenuItem } from "@/lib/settings/arrangement";
import { allSettings } from "@/lib/settings/newsroom";
import { categoryChoices } from "@/lib/taxonomy/newsroom";
import { saveMenus } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("menus") };
}

/** The menus of readers' pages, for administrators. */
export default async function MenusPage() {
  const actor = await requireActor();
  const [settings, categories, pages] = [await allSettings(actor), await categoryChoices(actor), await publishedPages()];
  if (!settings || !categories.ok) notFound();
  const [t, messages] = [await getTranslations("settings"), await getMessages()];
  const offered: Arranged[] = [
    ...pages.map(({ id, title }) => ({ key: id, name: t("pageNamed", { name: title }), value: { kind: "page", id } })),
    ...categories.categories.map(({ id, name }) => ({ key: id, name: t("categoryNamed", { name }), value: { kind: "category", id } })),
  ];
  const list = (field: "headerMenu" | "footerMenu", title: string, hint: string) => ({
    field,
    title,
    hint,
    chosen: settings[field].flatMap((item, at) => arranged(item, at, offered)),
    offered,
    address: { label: t("linkLabel"), href: t("linkAddress"), add: t("addAddress"), missing: messages.errors.required },
  });
  return (
    <>
      <PageTitle>{t("menus")}</PageTitle>
      <SettingsTabs current="menus" />
      <NextIntlClientProvider locale={await getLocale()} messages={{ posts: messages.posts }}>
        <ArrangeForm
          action={saveMenus}
          lists={[list("headerMenu", t("headerMenu"), t("headerMenuHint")), list("footerMenu", t("footerMenu"), t("footerMenuHint"))]}
          texts={{
            add: t("addLink"),
            choose: t("choose"),
            submit: t("save"),
          }}
        />
      </NextIntlClientProvider>
    </>
  );
}

/** What is not there (any more) is left out, and gone with the next save. */
function arranged(item: MenuItem, at: number, offered: Arranged[]): Arranged[] {
  if (item.kind === "address") return [{ key: `address-${at}`, name: `${item.label} (${item.href})`, value: item }];
  return offered.filter(({ key }) => key === item.id);
}
