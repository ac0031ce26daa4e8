import { cache } from "react";
import type { z } from "zod";
import { tags } from "@/lib/cache/tags";
import { config } from "@/lib/config";
import { isOutage } from "@/lib/db/errors";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import { pictureColumns } from "@/lib/media/shown";
import { dependsOn } from "@/lib/server/bridge";
import { defaultSettings } from "@/lib/settings/defaults";
import { readMenus } from "@/lib/settings/menus";
import { publicSettings } from "@/lib/settings/schema";
import { shared } from "@/lib/shared";

/**
 * The settings that readers' pages are made with: the stored ones, else the defaults (lib/settings/defaults.ts).
 * While the database is away, those that were read last: the pages that say so need them. Read once a render.
 * Index: the primary key (a handful of rows). Shows: settings.
 */
export const siteSettings = cache(async (): Promise<z.infer<typeof publicSettings>> => {
  dependsOn(tags.settings());
  return publicSettings.parse({ ...defaultSettings(), ...(await storedSettings()) });
});

/** What stands around every readers' page: the site's name, its logo, its menus. Indexes, and what it shows: those of `siteSettings` and `readMenus`, and media's primary key. */
export async function siteFrame() {
  const { name, logoId, headerMenu, footerMenu } = await siteSettings();
  const [menus, logo] = await Promise.all([readMenus(headerMenu, footerMenu), logoId ? logoOf(logoId) : null]);
  return { name, logo, ...menus };
}

/** Null while the database is away: then the name stands in its place. */
async function logoOf(id: string) {
  try {
    return await publicDb.media.findUnique({ where: { id }, select: pictureColumns });
  } catch (error) {
    if (!isOutage(error)) throw error;
    return null;
  }
}

const last = shared("settings.last", () => ({ stored: {} }));

async function storedSettings(): Promise<Record<string, unknown>> {
  try {
    const rows = await publicDb.setting.findMany({ select: { key: true, value: true }, take: 100 });
    last.stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("settings not read", error);
  }
  return last.stored;
}

/** The whole address of a path of this site, as SITE_URL names it. */
export function siteAddress(path: string): string {
  return new URL(path, config().SITE_URL).href;
}
