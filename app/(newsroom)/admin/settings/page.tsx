import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle } from "@/components/newsroom/page/page";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { allSettings } from "@/lib/settings/newsroom";
import { saveSettings } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** The site's settings, for administrators. */
export default async function SettingsPage() {
  const settings = await allSettings(await requireActor());
  if (!settings) notFound();
  const [t, parts] = [await getTranslations("settings"), await getTranslations("discussion")];
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <SettingsTabs current="site" texts={{ label: parts("tabs"), site: parts("siteTab"), discussion: parts("discussionTab") }} />
      <ActionForm
        action={saveSettings}
        fields={[
          { name: "name", label: t("name"), hint: t("nameHint"), required: true, value: settings.name },
          {
            name: "locale",
            label: t("locale"),
            hint: t("localeHint"),
            value: settings.locale,
            options: [
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ],
          },
          {
            name: "timeZone",
            label: t("timeZone"),
            hint: t("timeZoneHint"),
            value: settings.timeZone,
            options: zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
          },
        ]}
        submit={t("save")}
      />
    </>
  );
}
