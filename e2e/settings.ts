import { tags } from "@/lib/cache/tags";
import { markChanged } from "@/lib/cache/changed";
import { privateDb } from "@/lib/db/private";

/** Lets the site speak this language by a stored setting, as an administrator's choice does. */
export async function storeLocale(value: "en" | "de"): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.setting.upsert({ where: { key: "locale" }, create: { key: "locale", value, isPublic: true }, update: { value } });
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
