import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/newsroom/page/page";
import { ArrangeForm } from "@/components/newsroom/settings/arrange-form";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { publishedCard, publishedPosts } from "@/lib/posts/public";
import { allSettings } from "@/lib/settings/newsroom";
import { categoryChoices } from "@/lib/taxonomy/newsroom";
import { saveFront } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("front") };
}

/** What opens the front page, and which categories follow its list; for administrators. */
export default async function FrontSettingsPage() {
  const actor = await requireActor();
  const [settings, categories, newest] = [await allSettings(actor), await categoryChoices(actor), await publishedPosts()];
  if (!settings || !categories.ok) notFound();
  const [t, messages] = [await getTranslations("settings"), await getMessages()];
  const lead = settings.frontLeadId ? await publishedCard(settings.frontLeadId) : null;
  const posts = newest?.posts ?? [];
  const leads = lead && !posts.some(({ id }) => id === lead.id) ? [lead, ...posts] : posts;
  const offered = categories.categories.map(({ id, name }) => ({ key: id, name, value: id }));
  return (
    <>
      <PageTitle>{t("front")}</PageTitle>
      <SettingsTabs current="front" />
      <NextIntlClientProvider locale={await getLocale()} messages={{ posts: messages.posts }}>
        <ArrangeForm
          action={saveFront}
          choice={{
            field: "frontLeadId",
            label: t("frontLead"),
            hint: t("frontLeadHint"),
            value: lead?.id ?? "",
            options: [{ value: "", label: t("newest") }, ...leads.map(({ id, title }) => ({ value: id, label: title }))],
          }}
          lists={[
            {
              field: "frontSections",
              title: t("frontSections"),
              hint: t("frontSectionsHint"),
              chosen: settings.frontSections.flatMap((id) => offered.filter(({ key }) => key === id)),
              offered,
              takesAddresses: false,
            },
          ]}
          texts={{
            add: t("addCategory"),
            choose: t("choose"),
            label: t("linkLabel"),
            href: t("linkAddress"),
            addAddress: t("addAddress"),
            submit: t("save"),
          }}
        />
      </NextIntlClientProvider>
    </>
  );
}
