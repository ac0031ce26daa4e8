import { createTranslator } from "use-intl/core";
import { siteMessages } from "@/lib/i18n/site-messages";

/** The messages in the site's language, for what is written outside a page. */
export async function feedTexts() {
  return createTranslator(await siteMessages());
}
