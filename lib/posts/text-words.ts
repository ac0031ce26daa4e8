import { createTranslator } from "use-intl/core";
import de from "@/lib/i18n/de.json" with { type: "json" };
import en from "@/lib/i18n/en.json" with { type: "json" };

/** The few words that a text is given around what was written: they are the text's language, not the site's. */
export interface TextWords {
  /** What a table is called that has no caption. */
  table: string;
  footnotes: string;
  /** The link from a footnote back to its place. */
  back: (note: number) => string;
}

/** The words for a text in a language (BCP 47): German for German, else English. */
export function textWords(language: string): TextWords {
  const locale = /^de(-|$)/i.test(language) ? "de" : "en";
  const t = createTranslator({ locale, messages: locale === "de" ? de : en, namespace: "write.inText" });
  return { table: t("table"), footnotes: t("footnotes"), back: (note) => t("back", { note }) };
}
