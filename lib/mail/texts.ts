import { createTranslator } from "use-intl/core";
import { siteMessages } from "@/lib/i18n/site-messages";
import { siteSettings } from "@/lib/settings/public";

/** The mails' texts in the site's language, and the site's name. Jobs have no request: next-intl's own functions do not work there. */
export async function mailTexts() {
  const [messages, { name }] = await Promise.all([siteMessages(), siteSettings()]);
  const t = createTranslator({ ...messages, namespace: "mail" });
  return { t, locale: messages.locale, siteName: name };
}
