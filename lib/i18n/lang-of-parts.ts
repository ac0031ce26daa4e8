import { getLocale } from "next-intl/server";
import { siteSettings } from "@/lib/settings/public";

/** The `lang` of the interface's own words within a post: none where both speak the same (WCAG 3.1.2). Takes the post's language (BCP 47). */
export async function langWithin(postLang: string): Promise<string | undefined> {
  const locale = await getLocale();
  return locale === postLang ? undefined : locale;
}

/**
 * The `lang` of what the newsroom named in the site's language (categories, tags, links of menus): none where the page
 * speaks it.
 */
export async function langOfNames(): Promise<string | undefined> {
  const [{ locale }, spoken] = await Promise.all([siteSettings(), getLocale()]);
  return locale === spoken ? undefined : locale;
}
