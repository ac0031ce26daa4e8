import type { getTranslations } from "next-intl/server";
import type { FieldGroup } from "@/components/newsroom/form/action-form";
import { baseLanguage, languageName } from "@/lib/i18n/languages";
import { interfaceLanguages } from "@/lib/i18n/messages";
import { sortedByName } from "@/lib/i18n/sorting";
import type { SiteSettings } from "@/lib/settings/schema";

/**
 * The word lists of single languages, each folded away: those that the interface speaks, that posts are written in, and
 * that have a list. Takes the settings, the languages of posts, and which language their names are told in.
 */
export function wordGroups(
  { holdWordsIn, spamWordsIn }: SiteSettings,
  { written, locale }: { written: string[]; locale: string },
  t: Awaited<ReturnType<typeof getTranslations<"discussion">>>,
): FieldGroup["folded"] {
  const codes = new Set([...interfaceLanguages(), ...written, ...Object.keys(holdWordsIn), ...Object.keys(spamWordsIn)].map(baseLanguage));
  const named = sortedByName(
    [...codes].map((code) => ({ code, name: languageName(code, locale) })),
    locale,
  );
  return named.map(({ code, name: language }) => {
    const [hold, spam] = [holdWordsIn[code] ?? "", spamWordsIn[code] ?? ""];
    return {
      title: t("wordsIn", { language, count: `${hold}\n${spam}`.split("\n").filter(Boolean).length }),
      fields: [
        { name: `holdWordsIn.${code}`, label: t("holdWordsIn", { language }), rows: 4, value: hold },
        { name: `spamWordsIn.${code}`, label: t("spamWordsIn", { language }), rows: 4, value: spam },
      ],
    };
  });
}
