-- In which months posts were published (UTC), and the last moment of each. As the owner: under row-level security the
-- planner may not use its statistics, and reads the whole table for each month. They tell of published posts alone.
create function published_months() returns table (month text, newest timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive found as (
    (select published_at, date_trunc('month', published_at, 'UTC') as begin from post
     where status = 'published' and kind <> 'page' and published_at <= now() order by published_at desc, id desc limit 1)
    union all
    select older.* from found cross join lateral (
      select published_at, date_trunc('month', published_at, 'UTC') from post
      where status = 'published' and kind <> 'page' and published_at < found.begin
      order by published_at desc, id desc limit 1
    ) as older
  )
  select to_char(begin at time zone 'UTC', 'YYYY-MM'), published_at from found
$$;

-- The months with more than so many, and how many they have: one look along the index.
create function large_months(more_than int) returns table (month text, posts int)
language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(published_at at time zone 'UTC', 'YYYY-MM'), count(*)::int from post
  where status = 'published' and published_at <= now() group by 1 having count(*) > more_than
$$;
