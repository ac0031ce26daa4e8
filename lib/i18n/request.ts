import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/lib/i18n/messages";
import { siteSettings } from "@/lib/settings/public";

/** next-intl's configuration: the site's language and time zone, never the reader's (DESIGN.md §7). */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await siteSettings();
  return { locale, timeZone, messages: messagesOf(locale) };
});
