import { privateDb } from "@/lib/db/private";
import { figuresOf, type Counted, type Figure } from "@/lib/transparency/schema";
import type { Period } from "@/lib/transparency/period";

/**
 * The numbers of a period, by the calendar of a time zone: reports and complaints from their own rows, which hold nothing
 * of anybody after their time (lib/reports/forget.ts) but stay; decisions from the days that were counted
 * (count-decisions.ts). What came in and what was decided in the period are counted apart. Takes period and zone.
 * Indexes: report (created_at), report_case (decided_at), complaint (created_at), complaint (decided_at), decision_day's key.
 */
export async function countPeriod(period: Period, timeZone: string): Promise<Figure[]> {
  const [reports, decisions, complaints] = await Promise.all([
    countReports(period, timeZone),
    countDecided(period),
    countComplaints(period, timeZone),
  ]);
  return figuresOf({ reports, ...decisions, complaints });
}

type Table = Record<string, Record<string, number | null>>;

async function countReports({ first, until }: Period, timeZone: string): Promise<Table> {
  const received = await privateDb.$queryRaw<{ item: string; received: number }[]>`
    select coalesce(reason::text, 'all') as item, count(*)::int as received from report
    where created_at >= ${first}::timestamp at time zone ${timeZone} and created_at < ${until}::timestamp at time zone ${timeZone}
    group by grouping sets ((reason), ())`;
  const decided = await privateDb.$queryRaw<{ item: string }[]>`
    select coalesce(reason::text, 'all') as item,
      count(*) filter (where outcome = 'upheld')::int as upheld,
      count(*) filter (where outcome = 'dismissed')::int as dismissed,
      count(*) filter (where outcome = 'withdrawn')::int as withdrawn,
      round(percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at))
        filter (where outcome <> 'withdrawn'))::int as "medianSeconds"
    from report_case join report on report.case_id = report_case.id
    where decided_at >= ${first}::timestamp at time zone ${timeZone} and decided_at < ${until}::timestamp at time zone ${timeZone}
    group by grouping sets ((reason), ())`;
  return byItem([...received, ...decided]);
}

async function countComplaints({ first, until }: Period, timeZone: string): Promise<Table> {
  const received = await privateDb.$queryRaw<{ item: string }[]>`
    select case when by_reporter then 'reporter' else 'author' end as item, count(*)::int as received from complaint
    where created_at >= ${first}::timestamp at time zone ${timeZone} and created_at < ${until}::timestamp at time zone ${timeZone}
    group by 1`;
  const decided = await privateDb.$queryRaw<{ item: string }[]>`
    select case when by_reporter then 'reporter' else 'author' end as item,
      count(*) filter (where outcome = 'upheld')::int as upheld,
      count(*) filter (where outcome = 'overturned')::int as overturned,
      count(*) filter (where outcome = 'withdrawn')::int as withdrawn,
      round(percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at))
        filter (where outcome <> 'withdrawn'))::int as "medianSeconds"
    from complaint
    where decided_at >= ${first}::timestamp at time zone ${timeZone} and decided_at < ${until}::timestamp at time zone ${timeZone}
    group by 1`;
  return byItem([...received, ...decided]);
}

/** Own initiative is what nobody had reported; statements are all. */
async function countDecided({ first, until }: Period): Promise<Counted> {
  const days = await privateDb.decisionDay.groupBy({
    by: ["kind", "ground", "rule", "isReported"],
    where: { day: { gte: new Date(first), lt: new Date(until) } },
    _sum: { decisions: true, statements: true },
  });
  const counted = { decisions: {} as Table, rules: {} as Table, statements: {} as Table };
  for (const { kind, ground, rule, isReported, _sum } of days) {
    const [decided, stated] = [_sum.decisions ?? 0, _sum.statements ?? 0];
    const by = rule ? "byRule" : "byPerson";
    if (!isReported) add(counted.decisions, kind, by, decided);
    if (!isReported) add(counted.decisions, kind, ground || "unstated", decided);
    if (rule) add(counted.rules, rule, "decided", decided);
    if (ground) add(counted.statements, ground, by, stated);
  }
  return counted;
}

function add(table: Table, item: string, measure: string, more: number): void {
  const row = (table[item] ??= {});
  row[measure] = (row[measure] ?? 0) + more;
}

function byItem(rows: { item: string }[]): Table {
  const table: Table = {};
  for (const { item, ...measures } of rows) table[item] = { ...table[item], ...measures };
  return table;
}
