import type { Tx } from "@/lib/db/private";
import { DEFAULT_REPLY_LIMITS, siteSettingsInput, type SiteSettings } from "@/lib/settings/schema";

const limits = siteSettingsInput.pick({ repliesPerMinute: true, repliesPerHour: true });

/**
 * How many replies are taken from one address, as an act must know it: in its own transaction, from the rows and
 * not from what a page was made with. Index: the primary key.
 */
export async function replyLimits(tx: Tx): Promise<Pick<SiteSettings, "repliesPerMinute" | "repliesPerHour">> {
  const rows = await tx.setting.findMany({ where: { key: { in: Object.keys(DEFAULT_REPLY_LIMITS) } }, select: { key: true, value: true } });
  return limits.parse({ ...DEFAULT_REPLY_LIMITS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) });
}
