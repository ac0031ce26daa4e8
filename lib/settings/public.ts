import { cache } from "react";
import { tags } from "@/lib/cache/tags";
import { config } from "@/lib/config";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import { dependsOn } from "@/lib/server/bridge";
import { DEFAULT_REPLY_LIMITS, siteSettingsInput, type SiteSettings } from "@/lib/settings/schema";
import { shared } from "@/lib/shared";

/**
 * The site's settings: the stored ones, else the environment's, else the defaults of CONTRACT.md.
 * While the database is away, those that were read last: the pages that say so need them. Read once a render.
 * Index: the primary key (a handful of rows). Shows: settings.
 */
export const siteSettings = cache(async (): Promise<SiteSettings> => {
  dependsOn(tags.settings());
  const stored = await storedSettings();
  const { SITE_LOCALE, SITE_TIME_ZONE } = config();
  return siteSettingsInput.parse({
    name: "Leserbrief",
    locale: SITE_LOCALE,
    timeZone: SITE_TIME_ZONE,
    ...DEFAULT_REPLY_LIMITS,
    ...stored,
  });
});

const last = shared("settings.last", () => ({ stored: {} }));

async function storedSettings(): Promise<Record<string, unknown>> {
  try {
    const rows = await publicDb.setting.findMany({ select: { key: true, value: true }, take: 100 });
    last.stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  } catch (error) {
    logError("settings not read", error);
  }
  return last.stored;
}

/** The whole address of a path of this site, as SITE_URL names it. */
export function siteAddress(path: string): string {
  return new URL(path, config().SITE_URL).href;
}
