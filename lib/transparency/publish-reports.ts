import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import { dayIn } from "@/lib/statistics/days";
import { countDecisions } from "@/lib/transparency/count-decisions";
import { countPeriod } from "@/lib/transparency/count-period";
import { finishedPeriods } from "@/lib/transparency/period";

/** So many reports of one rhythm are made at most: ten years of months. */
const MOST = 120;

/**
 * The job `transparency.count`: counts new decisions, and, where the settings say so, makes the reports of periods that
 * are over, once each: readers are shown the numbers as they were then. Takes the time that counts as now. Safe to run
 * twice. Indexes: the primary key, audit_event (at, id).
 */
export async function publishReports(now = new Date()): Promise<void> {
  const counted = await countDecisions(now);
  const { transparency, timeZone } = await currentSettings(privateDb);
  if (transparency === "none") return;
  const first = await privateDb.auditEvent.findFirst({ orderBy: [{ at: "asc" }, { id: "asc" }], select: { at: true } });
  if (!first) return;
  // A period is over when all its decisions are counted.
  const over = finishedPeriods(transparency, dayIn(first.at, timeZone), dayIn(counted, timeZone), MOST);
  const made = await privateDb.transparencyReport.findMany({
    where: { period: { in: over.map(({ code }) => code) } },
    select: { period: true },
    take: MOST,
  });
  const stands = new Set(made.map(({ period }) => period));
  for (const period of over.filter(({ code }) => !stands.has(code))) {
    const figures = await countPeriod(period, timeZone);
    await privateDb.$transaction(async (tx) => {
      const row = { period: period.code, until: new Date(period.until), figures };
      await tx.transparencyReport.createMany({ data: [row], skipDuplicates: true });
      await markChanged(tx, tags.transparency());
    });
  }
}
