import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import { mayChangeSettings } from "@/lib/settings/policy";
import type { SiteSettings } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** All settings as they hold now, also those that readers' pages do not need; null for whom may not change them. Index: the primary key. */
export async function allSettings(actor: Actor): Promise<SiteSettings | null> {
  return mayChangeSettings(actor) ? currentSettings(privateDb) : null;
}
