import { messagesOf } from "@/lib/i18n/messages";
import { siteSettings } from "@/lib/settings/public";

/** The site's language and time zone, never a reader's (DESIGN.md §7), with the messages in it: what next-intl and `createTranslator` take. */
export async function siteMessages() {
  const { locale, timeZone } = await siteSettings();
  return { locale, timeZone, messages: messagesOf(locale) };
}
