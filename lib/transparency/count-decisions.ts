import { z } from "zod";
import { privateDb, type Tx } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";

/** Two instances do not count at once (any 32-bit number). */
const COUNT_LOCK = 505_433;
/** Decisions are counted once they can no longer be taken back at the desk (lib/reports/close.ts), and surely committed. */
export const GRACE_MINUTES = 10;
/** So many days at once, where much was never counted yet. */
const CHUNK_DAYS = 31;
/** Where it is noted until when was counted, beside the settings. */
const KEY = "decisionsCounted";

/** What can restrict a reply (lib/statements/policy.ts); a change of its text, and what is off the page already, where that was stated. */
const ACTS = ["comment.reject", "comment.spam", "comment.trash", "comment.unapprove", "comment.edit"];

/**
 * Counts the decisions that restricted replies, each once, a few minutes after it: what is erased later has been decided
 * all the same. A job does it every ten minutes. Takes the present instant. Returns until when all is counted. Safe to
 * run twice. Indexes: audit_event (act, at, id), along what is new; (subject_type, subject_id, id); statement (event_id),
 * report_case (event_id).
 */
export async function countDecisions(now = new Date()): Promise<Date> {
  const end = new Date(now.getTime() - GRACE_MINUTES * 60_000);
  for (;;) {
    const counted = await privateDb.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${COUNT_LOCK})`;
      const since = await countedUntil(tx);
      if (since && since >= end) return since;
      const from = since ?? (await firstDecision(tx)) ?? end;
      const until = new Date(Math.min(end.getTime(), from.getTime() + CHUNK_DAYS * 86_400_000));
      await store(tx, from, until);
      const value = until.toISOString();
      await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value }, select: { key: true } });
      return until;
    });
    if (counted >= end) return counted;
  }
}

async function countedUntil(tx: Tx): Promise<Date | null> {
  const row = await tx.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return row && z.coerce.date().parse(row.value);
}

async function firstDecision(tx: Tx): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`select min(at) as at from audit_event where act = any(${ACTS})`;
  return row?.at ?? null;
}

async function store(tx: Tx, from: Date, until: Date): Promise<void> {
  const { timeZone } = await currentSettings(tx);
  await tx.$executeRaw`
    insert into decision_day (day, kind, ground, rule, is_reported, decisions, statements)
    select day, kind, ground, rule, is_reported, count(*)::int, count(*) filter (where ground <> '')::int
    from (
      select (event.at at time zone ${timeZone})::date as day,
        case when event."from" = '"approved"' then 'taken_off' else replace(event.act, 'comment.', '') end as kind,
        coalesce(statement.ground::text, '') as ground, coalesce(event.rule, '') as rule,
        coalesce((select true from report_case where report_case.event_id = event.id limit 1), false) as is_reported
      from audit_event as event left join statement on statement.event_id = event.id
      where event.act = any(${ACTS}) and event.at >= ${from} and event.at < ${until} and event.subject_type = 'comment'
        and (event."from" = '"approved"' or (event."from" = '"pending"' and event."to" in ('"rejected"', '"spam"', '"trash"'))
          or statement.id is not null)
        and statement.undone_at is null
        and (select true from audit_event as undo where undo.subject_type = 'comment' and undo.subject_id = event.subject_id
          and undo.act = 'comment.undo' and undo.at >= event.at and undo.at < event.at + make_interval(mins => ${GRACE_MINUTES}::int)
          and undo."from" = event."to" and undo."to" = event."from" limit 1) is null
    ) as decided
    group by day, kind, ground, rule, is_reported
    on conflict (day, kind, ground, rule, is_reported) do update
      set decisions = decision_day.decisions + excluded.decisions, statements = decision_day.statements + excluded.statements`;
}
