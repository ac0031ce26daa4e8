import { getRequestConfig } from "next-intl/server";
import { siteSettings } from "@/lib/settings/public";

/** next-intl's configuration: the site's language and time zone, never the reader's (DESIGN.md §7). */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await siteSettings();
  return { locale, timeZone, messages: await messagesOf(locale) };
});

async function messagesOf(locale: "en" | "de") {
  return (locale === "de" ? await import("./de.json") : await import("./en.json")).default;
}
