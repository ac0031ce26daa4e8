-- CreateTable
CREATE TABLE "published_day" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "day" DATE NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "published_day_pkey" PRIMARY KEY ("id")
);

-- How many posts appeared on a day (UTC), or below zero are gone again: a row for each change, so that nobody who publishes
-- waits for another; the sum of a day's rows is how many it has. A job adds them up (lib/posts/add-up-days.ts).
create function published_days_follow() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.status = 'published' and old.kind <> 'page' and old.published_at is not null then
    insert into published_day (day, posts) values ((old.published_at at time zone 'UTC')::date, -1);
  end if;
  if tg_op <> 'DELETE' and new.status = 'published' and new.kind <> 'page' and new.published_at is not null then
    insert into published_day (day, posts) values ((new.published_at at time zone 'UTC')::date, 1);
  end if;
  return null;
end $$;
create trigger published_days_begin after insert on post for each row when (new.status = 'published') execute function published_days_follow();
create trigger published_days_end after delete on post for each row when (old.status = 'published') execute function published_days_follow();
create trigger published_days_change after update of status, kind, published_at on post for each row
  when ((old.status = 'published' or new.status = 'published')
    and (old.status, old.kind, old.published_at) is distinct from (new.status, new.kind, new.published_at))
  execute function published_days_follow();

insert into published_day (day, posts)
select (published_at at time zone 'UTC')::date, count(*) from post
where status = 'published' and kind <> 'page' and published_at is not null group by 1;

-- From the days that are over, and of today the posts. Wherever the zone lies, its month begins on the last or the first day of
-- one of UTC: that day is shared out among the two, the others are added up before. The published are counted along post_front until then, without a look into the table, and the static pages among
-- them, which are few, along post_pages.
create or replace function posts_by_month(zone text) returns table (month text, posts int)
language sql stable security definer set search_path = public, pg_temp as $$
  with over as (
    select min(day)::timestamp at time zone 'UTC' as begins, (max(day) + 1)::timestamp at time zone 'UTC' as ends, sum(posts) as posts
    from published_day where day < (now() at time zone 'UTC')::date
    group by date_trunc('month', (day - 1)::timestamp), date_trunc('month', day::timestamp), date_trunc('month', (day + 1)::timestamp)
  ), placed as (
    select *, date_trunc('month', ends at time zone zone - interval '1 microsecond') as last from over
  ), shared as (
    select last, posts, case when last at time zone zone > begins then
      (select count(*) from post where status = 'published' and published_at >= begins and published_at < last at time zone zone)
      - (select count(*) from post where status = 'published' and kind = 'page' and published_at >= begins and published_at < last at time zone zone)
      else 0 end as earlier
    from placed
  ), counted as (
    select last as begin, posts - earlier as posts from shared
    union all
    select last - interval '1 month', earlier from shared where earlier > 0
    union all
    select date_trunc('month', published_at at time zone zone), 1 from post
    where status = 'published' and kind <> 'page' and published_at >= date_trunc('day', now(), 'UTC') and published_at <= now()
  )
  select to_char(begin, 'YYYY-MM'), sum(posts)::int from counted group by begin having sum(posts) > 0 order by begin desc
$$;

-- The months (UTC) with more than so many, and how many they have.
create or replace function large_months(more_than int) returns table (month text, posts int)
language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(day, 'YYYY-MM'), sum(posts)::int from published_day where day <= now() group by 1 having sum(posts) > more_than
$$;
