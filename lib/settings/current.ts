import type { Tx } from "@/lib/db/private";
import { withDefaults } from "@/lib/settings/defaults";
import { siteSettingsInput, type SiteSettings } from "@/lib/settings/schema";

/**
 * The settings as an act must know them: in its own transaction, from the rows and not from what a page was made
 * with. Takes the transaction, or the client. Index: the primary key (a handful of rows).
 */
export async function currentSettings(tx: Tx): Promise<SiteSettings> {
  const rows = await tx.setting.findMany({ select: { key: true, value: true }, take: 100 });
  return siteSettingsInput.parse(withDefaults(Object.fromEntries(rows.map(({ key, value }) => [key, value]))));
}
