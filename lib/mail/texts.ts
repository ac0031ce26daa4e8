import { createTranslator } from "use-intl/core";
import { siteMessages } from "@/lib/i18n/site-messages";
import { siteSettings } from "@/lib/settings/public";

/**
 * The mails' texts as `siteMessages` speaks, and the site's name. Takes the language of the post that a reader's mail is
 * about. Jobs have no request: next-intl's own functions do not work there.
 */
export async function mailTexts(postLang?: string) {
  const [messages, { name }] = await Promise.all([siteMessages(postLang), siteSettings()]);
  const t = createTranslator({ ...messages, namespace: "mail" });
  return { t, locale: messages.locale, siteName: name };
}
