import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { mediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { LookForm } from "@/components/newsroom/settings/look-form";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { ownName } from "@/lib/i18n/languages";
import { interfaceLanguages } from "@/lib/i18n/messages";
import { libraryPicture } from "@/lib/media/newsroom";
import { FONT_CHOICES } from "@/lib/settings/look";
import { allSettings } from "@/lib/settings/newsroom";
import { timeZonesToChoose } from "@/lib/settings/time-zones";
import { saveLook, saveSearchEngines, saveSettings } from "./actions";

const FONT_LABELS = { newspaper: "fontNewspaper", serif: "fontSerif", sans: "fontSans", system: "fontSystem" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** The site's settings, for administrators. */
export default async function SettingsPage() {
  const actor = await requireActor();
  const settings = await allSettings(actor);
  if (!settings) notFound();
  const [t, media, errors] = [await getTranslations("settings"), await getTranslations("media"), await getTranslations("errors")];
  const logo = settings.logoId ? await libraryPicture(actor, settings.logoId) : null;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <SettingsTabs current="site" />
      <Part title={t("siteHeading")} intro={t("siteIntro")}>
        <ActionForm
          action={saveSettings}
          fields={[
            { name: "name", label: t("name"), hint: t("nameHint"), required: true, value: settings.name },
            {
              name: "locale",
              label: t("locale"),
              hint: t("localeHint"),
              value: settings.locale,
              options: interfaceLanguages().map((code) => ({ value: code, label: ownName(code) })),
            },
            {
              name: "interfaceFollowsPost",
              label: t("around"),
              hint: t("aroundHint"),
              value: settings.interfaceFollowsPost ? "yes" : "no",
              options: [
                { value: "no", label: t("aroundSites") },
                { value: "yes", label: t("aroundPosts") },
              ],
            },
            {
              name: "timeZone",
              label: t("timeZone"),
              hint: t("timeZoneHint"),
              value: settings.timeZone,
              options: timeZonesToChoose(settings.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
            },
          ]}
          submit={t("save")}
        />
      </Part>
      <Part title={t("lookHeading")} intro={t("lookIntro")}>
        <LookForm
          action={saveLook}
          logo={logo?.ok ? logo.picture : null}
          siteName={settings.name}
          accent={settings.accent}
          fonts={settings.fonts}
          fontChoices={FONT_CHOICES.map((value) => ({ value, label: t(FONT_LABELS[value]) }))}
          languages={settings.languages.join(", ")}
          media={mediaPickerTexts(media, errors)}
          texts={{
            logo: t("logo"),
            logoHint: t("logoHint"),
            choose: t("chooseLogo"),
            remove: t("removeLogo"),
            accent: t("accent"),
            accentHint: t("accentHint"),
            pickAccent: t("pickAccent"),
            fonts: t("fonts"),
            fontsHint: t("fontsHint"),
            languages: t("languages"),
            languagesHint: t("languagesHint"),
            submit: t("saveLook"),
          }}
        />
      </Part>
      <Part title={t("searchEngines")} intro={t("searchEnginesIntro")}>
        <ActionForm
          action={saveSearchEngines}
          fields={[
            {
              name: "indexNow",
              label: t("indexNow"),
              hint: t("indexNowHint"),
              value: settings.indexNow ? "yes" : "no",
              options: [
                { value: "yes", label: t("indexNowOn") },
                { value: "no", label: t("indexNowOff") },
              ],
            },
          ]}
          submit={t("saveSearchEngines")}
        />
      </Part>
    </>
  );
}
