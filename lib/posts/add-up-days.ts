import { privateDb } from "@/lib/db/private";

/**
 * Adds up how many posts appeared on each day (UTC), which is kept as a row for each change (migration
 * "published_days"), to one row a day: so that reading them takes as long as there are days. Nobody waits for it: rows that
 * come meanwhile stay for the next time. Safe to run twice, and by several at once.
 */
export async function addUpDays(): Promise<void> {
  await privateDb.$executeRaw`
    with taken as (delete from published_day where day in (select day from published_day group by day having count(*) > 1) returning day, posts)
    insert into published_day (day, posts) select day, sum(posts) from taken group by day having sum(posts) <> 0`;
}
