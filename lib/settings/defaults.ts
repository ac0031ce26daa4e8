import { config } from "@/lib/config";
import { interfaceLanguages } from "@/lib/i18n/messages";
import { DEFAULT_ARRANGEMENT } from "@/lib/settings/arrangement";
import { DEFAULT_LAW } from "@/lib/settings/law-input";
import { DEFAULT_DISCUSSION } from "@/lib/settings/discussion-input";
import { type SiteSettings } from "@/lib/settings/schema";

/**
 * The settings as they hold: the stored ones, else the defaults. A language whose file is gone is as if it were not
 * stored: the site speaks another one rather than none. Takes the stored ones by their keys.
 */
export function withDefaults(stored: Record<string, unknown>): Record<string, unknown> {
  const { locale, ...others } = stored;
  const isSpoken = typeof locale === "string" && interfaceLanguages().includes(locale);
  return { ...defaultSettings(), ...others, ...(isSpoken && { locale }) };
}

/** The settings that hold until somebody stores others: the environment's, else the defaults of CONTRACT.md. */
export function defaultSettings(): SiteSettings {
  const { SITE_LOCALE, SITE_TIME_ZONE } = config();
  return {
    name: "Leserbrief",
    locale: SITE_LOCALE,
    interfaceFollowsPost: false,
    timeZone: SITE_TIME_ZONE,
    ...DEFAULT_DISCUSSION,
    ...DEFAULT_ARRANGEMENT,
    indexNow: false,
    ...DEFAULT_LAW,
  };
}
