import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/newsroom/page/page";
import { FrontForm } from "@/components/newsroom/settings/front-form";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { chosenPosts } from "@/lib/posts/newsroom";
import { MOST_SECONDS } from "@/lib/settings/arrangement";
import { frontSettings } from "@/lib/settings/newsroom";
import { mayChangeSettings } from "@/lib/settings/policy";
import { categoryChoices } from "@/lib/taxonomy/newsroom";
import { findRelated } from "../../posts/actions";
import { saveFront } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("front") };
}

/** What opens the front page, what stands under it, and which categories follow its list; for the desk. */
export default async function FrontSettingsPage() {
  const actor = await requireActor();
  const [settings, categories] = [await frontSettings(actor), await categoryChoices(actor)];
  if (!settings || !categories.ok) notFound();
  const { frontLeadId, frontSecondIds, frontSections } = settings;
  const [t, messages] = [await getTranslations("settings"), await getMessages()];
  const offered = categories.categories.map(({ id, name }) => ({ key: id, name, value: id }));
  return (
    <>
      <PageTitle>{t("front")}</PageTitle>
      {mayChangeSettings(actor) && <SettingsTabs current="front" />}
      <NextIntlClientProvider locale={await getLocale()} messages={{ posts: messages.posts }}>
        <FrontForm
          action={saveFront}
          find={findRelated}
          lead={{
            title: t("frontLead"),
            hint: t("frontLeadHint"),
            search: t("searchLead"),
            chosen: await chosenPosts(actor, frontLeadId ? [frontLeadId] : []),
          }}
          seconds={{
            title: t("frontSeconds"),
            hint: t("frontSecondsHint"),
            search: t("searchSeconds"),
            chosen: await chosenPosts(actor, frontSecondIds),
            most: MOST_SECONDS,
          }}
          sections={{
            field: "frontSections",
            title: t("frontSections"),
            hint: t("frontSectionsHint"),
            chosen: frontSections.flatMap((id) => offered.filter(({ key }) => key === id)),
            offered,
          }}
          texts={{
            add: t("addCategory"),
            choose: t("choose"),
            submit: t("save"),
          }}
        />
      </NextIntlClientProvider>
    </>
  );
}
