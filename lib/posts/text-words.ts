import { createTranslator } from "use-intl/core";
import { interfaceLanguageFor, messagesOf } from "@/lib/i18n/messages";

/** The few words that a text is given around what was written: they are the text's language, not the site's. */
export interface TextWords {
  /** What a table is called that has no caption. */
  table: string;
  footnotes: string;
  /** The link from a footnote back to its place. */
  back: (note: number) => string;
}

/** The words for a text in a language (BCP 47): that language's where the interface speaks it, else English. */
export function textWords(language: string): TextWords {
  const locale = interfaceLanguageFor(language) ?? "en";
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "write.inText" });
  return { table: t("table"), footnotes: t("footnotes"), back: (note) => t("back", { note }) };
}
