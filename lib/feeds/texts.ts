import { createTranslator } from "use-intl/core";
import { siteMessages } from "@/lib/i18n/site-messages";

/** The messages as `siteMessages` speaks, for what is written outside a page, and their language. Takes the language of the post that it is about, if it is about one. */
export async function feedTexts(postLang?: string) {
  const messages = await siteMessages(postLang);
  return { t: createTranslator(messages), locale: messages.locale };
}
