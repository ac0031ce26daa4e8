import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";

/** One count: at most `limit` turns within `seconds` from the first of them, for one `who` (an account, a network). */
export interface Allowance {
  /** What is counted, such as `reply` or `sign-in.account`. */
  name: string;
  /** Whose turns; only its keyed digest is stored. */
  who: string;
  limit: number;
  seconds: number;
}

/** Whether a turn was taken; if not, in how many seconds (at least 1) one will be free. */
export type Turn = { ok: true } | { ok: false; retryAfter: number };

/**
 * Takes one turn from every allowance, or none from any. Runs in the caller's transaction: a turn counts only when
 * that commits, and until then other takers of one allowance wait, so it is taken last. The clock is the database's.
 * Index: the primary key.
 */
export async function takeTurn(tx: Tx, allowances: Allowance[]): Promise<Turn> {
  const rows = rowsOf(allowances);
  // In the order of their buckets, so that two takers never wait for each other crosswise.
  await tx.$executeRaw`
    insert into throttle (bucket, count, started_at)
    select bucket, 0, clock_timestamp() from (values ${rows}) as allowed (bucket, most, seconds) order by bucket
    on conflict (bucket) do update set bucket = excluded.bucket`;
  const turn = await lookForTurn(tx, allowances);
  if (!turn.ok) return turn;
  await tx.$executeRaw`
    update throttle set
      count = case when count = 0 or started_at <= clock_timestamp() - make_interval(secs => seconds) then 1 else count + 1 end,
      started_at = case when count = 0 or started_at <= clock_timestamp() - make_interval(secs => seconds) then clock_timestamp() else started_at end
    from (values ${rows}) as allowed (bucket, most, seconds)
    where throttle.bucket = allowed.bucket`;
  return turn;
}

/**
 * Whether a turn could be taken now: a look that locks nothing, for refusing a flood before it makes anyone wait.
 * Takes what `takeTurn` takes. Index: the primary key.
 */
export async function lookForTurn(tx: Tx, allowances: Allowance[]): Promise<Turn> {
  const [full] = await tx.$queryRaw<{ wait: number | null }[]>`
    select max(ceil(extract(epoch from started_at - clock_timestamp()) + seconds))::int as wait
    from throttle join (values ${rowsOf(allowances)}) as allowed (bucket, most, seconds) using (bucket)
    where count >= most and started_at > clock_timestamp() - make_interval(secs => seconds)`;
  return full?.wait == null ? { ok: true } : { ok: false, retryAfter: Math.max(1, full.wait) };
}

/** Gives back a turn that shall count for nothing after all, such as a try that succeeded. Takes the same allowances. */
export async function giveTurnBack(tx: Tx, allowances: Allowance[]): Promise<void> {
  const buckets = allowances.map(bucketOf).sort((a, b) => a.compare(b));
  for (const bucket of buckets) await tx.throttle.updateMany({ where: { bucket, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

function rowsOf(allowances: Allowance[]): Prisma.Sql {
  return Prisma.join(allowances.map((each) => Prisma.sql`(${bucketOf(each)}::bytea, ${each.limit}::int, ${each.seconds}::int)`));
}

function bucketOf({ name, who, seconds }: Allowance): Buffer<ArrayBuffer> {
  return digest(`throttle.${name}.${seconds}`, who);
}
