import { cache } from "react";
import type { z } from "zod";
import { tags } from "@/lib/cache/tags";
import { config } from "@/lib/config";
import { isOutage } from "@/lib/db/errors";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import { pictureColumns } from "@/lib/media/shown";
import { dependsOn } from "@/lib/server/bridge";
import { withDefaults } from "@/lib/settings/defaults";
import { firstFonts, lookFile } from "@/lib/settings/look";
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
  return publicSettings.parse(withDefaults(await storedSettings()));
});

/** What stands around every readers' page: the site's name, its logo, its menus, and what its look needs: fonts, and the address of a style sheet (null: the default look). Indexes, and what it shows: those of `siteSettings` and `readMenus`, and media's primary key. */
export async function siteFrame() {
  const settings = await siteSettings();
  const { name, logoId, headerMenu, footerMenu } = settings;
  const [menus, logo] = await Promise.all([readMenus(headerMenu, footerMenu), logoId ? logoOf(logoId) : null]);
  const look = lookFile(settings);
  const hasTransparency = settings.transparency !== "none";
  return { name, logo, hasTransparency, head: { look: look && `/look/${look.file}`, fonts: firstFonts(settings) }, ...menus };
}

/** The style sheet of the site's look, and what its file is called now; null for the default look. Shows: settings. */
export async function siteLook(): Promise<ReturnType<typeof lookFile>> {
  return lookFile(await siteSettings());
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
