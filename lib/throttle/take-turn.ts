import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";

/** One count: at most `limit` turns within `seconds` (a day at most) from the first of them, for one `who` (an account, a network). */
export interface Allowance {
  /** What is counted, such as `reply` or `sign-in.account`. */
  name: string;
  /** Whose turns; only its keyed digest is stored, and the key is another one every day. */
  who: string;
  limit: number;
  seconds: number;
}

/** Whether a turn was taken; if not, in how many seconds (at least 1) one will be free. */
export type Turn = { ok: true } | { ok: false; retryAfter: number };

/**
 * Takes one turn from every allowance, or none from any. Runs in the caller's transaction: a turn counts only when
 * that commits, and until then other takers of one allowance wait, so it is taken last. The clock is the database's;
 * the day of the key is the given time's. Index: the primary key.
 */
export async function takeTurn(tx: Tx, allowances: Allowance[], now = new Date()): Promise<Turn> {
  const rows = rowsOf(allowances, now);
  // In the order of their buckets, so that two takers never wait for each other crosswise. A count that began yesterday
  // goes on in yesterday's bucket: locked too, where there is one.
  await tx.$executeRaw`
    with begun as (
      select bucket from throttle where bucket in (select before from (values ${rows}) as allowed (bucket, before, most, seconds))
    )
    insert into throttle (bucket, count, started_at)
    select bucket, 0, clock_timestamp() from (
      select bucket from (values ${rows}) as allowed (bucket, before, most, seconds) union select bucket from begun) as wanted
    order by bucket
    on conflict (bucket) do update set bucket = excluded.bucket`;
  // A statement of its own: only what begins after the locks are held sees what others counted until then.
  const [full] = await tx.$queryRaw<Full[]>`
    with allowed (bucket, before, most, seconds) as (values ${rows}),
    waiting as (${WAIT}),
    counted as (
      select coalesce(running.bucket, allowed.bucket) as bucket, seconds from allowed left join throttle as running
      on running.bucket = allowed.before and count > 0 and started_at > clock_timestamp() - make_interval(secs => seconds)
    ),
    taken as (
      update throttle set
        count = case when count = 0 or started_at <= clock_timestamp() - make_interval(secs => seconds) then 1 else count + 1 end,
        started_at = case when count = 0 or started_at <= clock_timestamp() - make_interval(secs => seconds) then clock_timestamp() else started_at end
      from counted where throttle.bucket = counted.bucket and (select wait from waiting) is null
    )
    select wait from waiting`;
  return turnOf(full);
}

/**
 * Whether a turn could be taken now: a look that locks nothing, for refusing a flood before it makes anyone wait.
 * Takes what `takeTurn` takes. Index: the primary key.
 */
export async function lookForTurn(tx: Tx, allowances: Allowance[], now = new Date()): Promise<Turn> {
  const [full] = await tx.$queryRaw<Full[]>`
    with allowed (bucket, before, most, seconds) as (values ${rowsOf(allowances, now)}) ${WAIT}`;
  return turnOf(full);
}

/** Gives back a turn that shall count for nothing after all, such as a try that succeeded. Takes the same allowances. */
export async function giveTurnBack(tx: Tx, allowances: Allowance[], now = new Date()): Promise<void> {
  const buckets = allowances.map((each) => bucketsOf(each, now)).sort(([a], [b]) => a.compare(b));
  for (const [today, before] of buckets) {
    await tx.$executeRaw`
      update throttle set count = count - 1 where count > 0 and bucket = (
        select bucket from throttle where bucket in (${today}, ${before}) and count > 0 order by started_at desc limit 1)`;
  }
}

interface Full {
  wait: number | null;
}

/** In how many seconds the last of the `allowed` that are used up is free again; null while none is. */
const WAIT = Prisma.sql`
  select max(ceil(extract(epoch from started_at - clock_timestamp()) + seconds))::int as wait
  from allowed join throttle on throttle.bucket in (allowed.bucket, allowed.before)
  where count >= most and started_at > clock_timestamp() - make_interval(secs => seconds)`;

function turnOf(full: Full | undefined): Turn {
  return full?.wait == null ? { ok: true } : { ok: false, retryAfter: Math.max(1, full.wait) };
}

function rowsOf(allowances: Allowance[], now: Date): Prisma.Sql {
  const rows = allowances.map((each) => {
    const [today, before] = bucketsOf(each, now);
    return Prisma.sql`(${today}::bytea, ${before}::bytea, ${each.limit}::int, ${each.seconds}::int)`;
  });
  return Prisma.join(rows);
}

/** Today's bucket, and the one in which a count goes on that began before midnight (UTC). */
function bucketsOf({ name, who, seconds }: Allowance, now: Date): [today: Buffer<ArrayBuffer>, before: Buffer<ArrayBuffer>] {
  const bucketOn = (day: Date) => digest(`throttle.${name}.${seconds}.${day.toISOString().slice(0, 10)}`, who);
  return [bucketOn(now), bucketOn(new Date(now.getTime() - 86_400_000))];
}
