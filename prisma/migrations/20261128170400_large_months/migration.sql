-- The months with more than so many. Counted between the ends of each month: to write the month of each of a million posts
-- out took 1.5 s.
create or replace function large_months(more_than int) returns table (month text, posts int)
language sql stable security definer set search_path = public, pg_temp as $$
  select found.month, counted.posts from published_months() as found
    cross join lateral (select (found.month || '-01')::timestamp at time zone 'UTC' as since,
      ((found.month || '-01')::timestamp + interval '1 month') at time zone 'UTC' as until) as span
    cross join lateral (
      select count(*)::int as posts from post
      where status = 'published' and published_at >= since and published_at < until and published_at <= now()
    ) as counted
  where counted.posts > more_than
$$;
