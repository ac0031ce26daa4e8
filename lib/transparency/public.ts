import { z } from "zod";
import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { figure, type Figure } from "@/lib/transparency/schema";
import { readPeriod, type Period } from "@/lib/transparency/period";

/** A report that readers see. */
export interface PublishedReport {
  period: Period;
  figures: Figure[];
}

const MOST = 200;

/** The periods of which readers see the numbers, the newest first; null where the settings publish none. Index: transparency_report (until). Shows: settings, transparency. */
export async function publishedPeriods(): Promise<Period[] | null> {
  dependsOn(tags.transparency());
  if ((await siteSettings()).transparency === "none") return null;
  const rows = await publicDb.transparencyReport.findMany({
    select: { period: true },
    orderBy: [{ until: "desc" }, { period: "desc" }],
    take: MOST,
  });
  return rows.flatMap(({ period }) => readPeriod(period) ?? []);
}

/** The published report of a period; null where there is none, or the settings publish none. Takes its untrusted code. Index: the primary key. Shows: settings, transparency. */
export async function publishedReport(code: string): Promise<PublishedReport | null> {
  dependsOn(tags.transparency());
  const period = readPeriod(code);
  if (!period || (await siteSettings()).transparency === "none") return null;
  const row = await publicDb.transparencyReport.findUnique({ where: { period: code }, select: { figures: true } });
  return row && { period, figures: z.array(figure).parse(row.figures) };
}
