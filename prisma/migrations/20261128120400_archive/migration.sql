-- The months in which posts were published, by the clocks of a zone, the newest first, and how many of them are there.
-- As the owner: under row-level security the planner may not use its statistics. The published are counted along
-- post_front without a look into the table, and the static pages among them, which are few, along post_pages.
create function posts_by_month(zone text) returns table (month text, posts int)
language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(begin, 'YYYY-MM'), (every.posts - pages.posts)::int
  from generate_series(
      date_trunc('month', (select min(published_at) from post where status = 'published') at time zone zone),
      now() at time zone zone, interval '1 month'
    ) as begin
    cross join lateral (select begin at time zone zone as since, least((begin + interval '1 month') at time zone zone, now()) as until) as month
    cross join lateral (
      select count(*) as posts from post where status = 'published' and published_at >= since and published_at < until
    ) as every
    cross join lateral (
      select count(*) as posts from post where status = 'published' and kind = 'page' and published_at >= since and published_at < until
    ) as pages
  where every.posts > pages.posts
  order by begin desc
$$;
