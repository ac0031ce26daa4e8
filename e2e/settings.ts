import type { z } from "zod";
import { tags } from "@/lib/cache/tags";
import { markChanged } from "@/lib/cache/changed";
import { privateDb } from "@/lib/db/private";
import type { publicSettings } from "@/lib/settings/schema";

/** Lets the site speak this language by a stored setting, as an administrator's choice does. */
export async function storeLocale(locale: "en" | "de"): Promise<void> {
  await storeSettings({ locale });
}

/** Stores settings that readers' pages are made with, as an administrator's choice does. */
export async function storeSettings(settings: Partial<z.infer<typeof publicSettings>>): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    for (const [key, value] of Object.entries(settings))
      await tx.setting.upsert({ where: { key }, create: { key, value, isPublic: true }, update: { value } });
    await markChanged(tx, tags.settings());
  });
}

/** Leaves the settings to the environment again: a stored one would win in every later test on this database. */
export async function forgetStoredSettings(): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.setting.deleteMany({ where: { isPublic: true } });
    await markChanged(tx, tags.settings());
  });
}
