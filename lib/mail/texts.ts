import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/messages";
import { siteSettings } from "@/lib/settings/public";

/** The mails' texts in the site's language, and the site's name. Jobs have no request: next-intl's own functions do not work there. */
export async function mailTexts() {
  const { locale, timeZone, name } = await siteSettings();
  const t = createTranslator({ locale, timeZone, messages: messagesOf(locale), namespace: "mail" });
  return { t, locale, siteName: name };
}
