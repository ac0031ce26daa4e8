import { DECISIONS } from "@/lib/comments/move";
import { privateDb, type Tx } from "@/lib/db/private";
import { DAYS, dayIn, daysBefore } from "@/lib/statistics/days";
import { currentSettings } from "@/lib/settings/current";

/** Two instances do not count at once (any 32-bit number). */
const COUNT_LOCK = 505_432;

/**
 * Counts what came to the moderation desk and what was decided there, a row a day in the site's time zone. A job does it
 * every five minutes: today, and the days since the last count; what came before stays as it was counted. So the page
 * that shows it reads thirty rows, however many replies there are. Takes the present instant. Safe to run twice.
 * Indexes: comment_queue and audit_event (act, at, id), along the counted days; comment's and comment_check's keys.
 */
export async function countDays(now = new Date()): Promise<void> {
  const { timeZone } = await currentSettings(privateDb);
  const today = dayIn(now, timeZone);
  await privateDb.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${COUNT_LOCK})`;
    const last = await tx.deskDay.findFirst({ orderBy: { day: "desc" }, select: { day: true } });
    const oldest = daysBefore(today, DAYS - 1);
    const first = last && dayIn(last.day, "UTC") > oldest ? dayIn(last.day, "UTC") : oldest;
    await tx.deskDay.deleteMany({ where: { day: { gte: new Date(first) } } });
    await storeDays(tx, { first, today, timeZone });
    await storeRules(tx, { first, today, timeZone });
  });
}

interface Span {
  /** The first and the last day to count, `YYYY-MM-DD`. */
  first: string;
  today: string;
  timeZone: string;
}

/** A decision is one on a reply that waited; one that was taken back and made again was made twice. */
async function storeDays(tx: Tx, { first, today, timeZone }: Span): Promise<void> {
  await tx.$executeRaw`
    insert into desk_day (day, received, approved, rejected, spam, trashed, median_seconds)
    select day, coalesce(received.replies, 0), coalesce(approved, 0), coalesce(rejected, 0), coalesce(spam, 0), coalesce(trashed, 0), median
    from (select generate_series(${first}::date, ${today}::date, interval '1 day')::date as day) as days
    left join (
      select (created_at at time zone ${timeZone})::date as day, count(*)::int as replies from comment
      where status = any(enum_range(null::comment_status)) and created_at >= ${first}::timestamp at time zone ${timeZone}
      group by 1
    ) as received using (day)
    left join (
      select (event.at at time zone ${timeZone})::date as day,
        count(*) filter (where act = 'comment.approve')::int as approved,
        count(*) filter (where act = 'comment.reject')::int as rejected,
        count(*) filter (where act = 'comment.spam')::int as spam,
        count(*) filter (where act = 'comment.trash')::int as trashed,
        percentile_cont(0.5) within group (order by extract(epoch from event.at - comment.created_at))::int as median
      from audit_event as event left join comment on comment.id = event.subject_id::uuid
      where act = any(${DECISIONS}) and event.at >= ${first}::timestamp at time zone ${timeZone}
        and actor_id is not null and "from" = '"pending"'
      group by 1
    ) as decided using (day)`;
}

/** A check was overturned where a person approved what it had spoken against, be it that it waited or lay among the spam. */
async function storeRules(tx: Tx, { first, timeZone }: Span): Promise<void> {
  await tx.$executeRaw`
    insert into desk_rule (day, rule, decided, overturned)
    select day, rule, count(*)::int, count(*) filter (where act = 'comment.approve')::int
    from (
      select distinct event.id, event.act, (event.at at time zone ${timeZone})::date as day, fired.rule
      from audit_event as event join comment_check as fired on fired.comment_id = event.subject_id::uuid
      where event.act = any(${DECISIONS}) and event.at >= ${first}::timestamp at time zone ${timeZone}
        and event.actor_id is not null and event."from" in ('"pending"', '"spam"') and fired.score > 0
    ) as decided
    where day in (select day from desk_day)
    group by day, rule`;
}
