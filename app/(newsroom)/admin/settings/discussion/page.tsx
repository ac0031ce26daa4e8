import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle } from "@/components/newsroom/page/page";
import { SettingsTabs } from "@/components/newsroom/settings/settings-tabs";
import { requireActor } from "@/lib/auth";
import { lastCleaning, type Cleaning } from "@/lib/comments/retention";
import { langsOf } from "@/lib/posts/newsroom";
import { allSettings } from "@/lib/settings/newsroom";
import { saveDiscussion } from "./actions";
import { groupsOf } from "./groups";
import { wordGroups } from "./word-groups";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion"))("title") };
}

/** How readers discuss, and how long what they sent is kept; for administrators. */
export default async function DiscussionPage() {
  const actor = await requireActor();
  const settings = await allSettings(actor);
  if (!settings) notFound();
  const [t, cleaning, written] = [await getTranslations("discussion"), await lastCleaning(actor), await langsOf("post")];
  const words = wordGroups(settings, { written, locale: settings.locale }, t);
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <SettingsTabs current="discussion" />
      <ActionForm
        action={saveDiscussion}
        groups={groupsOf(settings, { cleaned: await inWords(cleaning), words }, t)}
        submit={t("save")}
        other={{ act: "try", label: t("try.button") }}
      />
    </>
  );
}

async function inWords(cleaning: Cleaning | null): Promise<string> {
  const [t, format] = [await getTranslations("discussion"), await getFormatter()];
  if (!cleaning) return t("neverCleaned");
  const { at, ...counts } = cleaning;
  return t("lastCleaned", { at: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }), ...counts });
}
