import { privateDb } from "@/lib/db/private";
import { defaultSettings } from "@/lib/settings/defaults";
import { mayChangeSettings } from "@/lib/settings/policy";
import { siteSettingsInput, type SiteSettings } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** All settings as they hold now, also those that readers' pages do not need; null for whom may not change them. Index: the primary key. */
export async function allSettings(actor: Actor): Promise<SiteSettings | null> {
  if (!mayChangeSettings(actor)) return null;
  const rows = await privateDb.setting.findMany({ select: { key: true, value: true }, take: 100 });
  return siteSettingsInput.parse({ ...defaultSettings(), ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) });
}
