import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/messages";
import { siteSettings } from "@/lib/settings/public";

/** The messages in the site's language, for what is written outside a page. */
export async function feedTexts() {
  const { locale, timeZone } = await siteSettings();
  return createTranslator({ locale, timeZone, messages: messagesOf(locale) });
}
