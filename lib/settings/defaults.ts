import { config } from "@/lib/config";
import { DEFAULT_ARRANGEMENT } from "@/lib/settings/arrangement";
import { DEFAULT_DISCUSSION, type SiteSettings } from "@/lib/settings/schema";

/** The settings that hold until somebody stores others: the environment's, else the defaults of CONTRACT.md. */
export function defaultSettings(): SiteSettings {
  const { SITE_LOCALE, SITE_TIME_ZONE } = config();
  return { name: "Leserbrief", locale: SITE_LOCALE, timeZone: SITE_TIME_ZONE, ...DEFAULT_DISCUSSION, ...DEFAULT_ARRANGEMENT };
}
