import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle } from "@/components/newsroom/page/page";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { allSettings } from "@/lib/settings/newsroom";
import { saveLaw } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("law"))("title") };
}

/** What the law asks of the site, and the site decides; for administrators. */
export default async function LawPage() {
  const settings = await allSettings(await requireActor());
  if (!settings) notFound();
  const [t, discussion] = [await getTranslations("law"), await getTranslations("discussion")];
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <SettingsTabs current="law" />
      <ActionForm
        action={saveLaw}
        groups={[
          {
            title: t("transparency"),
            intro: t("transparencyIntro"),
            fields: [
              {
                name: "transparency",
                label: t("publish"),
                hint: t("publishHint"),
                value: settings.transparency,
                options: (["none", "month", "half", "year"] as const).map((value) => ({ value, label: t(`rhythms.${value}`) })),
              },
            ],
          },
          {
            title: t("danger"),
            intro: t("dangerIntro"),
            fields: [
              { name: "police", label: t("police"), hint: t("policeHint"), rows: 4, value: settings.police },
              { name: "policeLink", label: t("policeLink"), hint: t("policeLinkHint"), value: settings.policeLink },
            ],
          },
        ]}
        submit={discussion("save")}
      />
    </>
  );
}
