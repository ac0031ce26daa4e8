-- The posts that match, from a place on (exclusive) towards older ones, the newest first; or towards newer ones, the oldest
-- first. At most so many: a search never reads all that match. It looks through one span of time after the other, each named
-- among the facets of its posts and asked of the index together with the words: a day first; then as long a span as lets it
-- expect, after what was found so far, not many more posts than are still wanted. So a word that is everywhere is looked for
-- in days, a rare one in years or in all time at once, and what a search costs does not grow with the archive. `most`
-- is how many posts have the rarest of the words that must be there, null where nobody knows: where they lie close
-- together, a span could hold so many.
create function search_newest(
  asked tsquery, in_titles boolean, narrowed text[], among text[], since timestamptz, most int,
  from_at timestamptz, from_id uuid, newer boolean, wanted int
) returns setof post_search language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  names constant text[] := array['day', 'month', 'quarter', 'year'];
  units constant interval[] := array['1 day', '1 month', '3 months', '1 year'];
  facet_forms constant text[] := array['"d:"YYYY-MM-DD', '"m:"YYYY-MM', '"q:"YYYY-Q', '"y:"YYYY'];
  days constant int[] := array[1, 30, 91, 365];
  all_time constant int := 5;
  -- To read four times as many as are wanted takes no longer than to look once more.
  times_wanted constant int := 4;
  most_in_span constant int := 5000;
  -- A word that nobody counts may be frequent.
  most_uncounted_a_day constant int := 50;
  -- Of the posts with a word a tenth at most has it in the title, or is in a category, or by somebody.
  share constant float8 := case when in_titles or narrowed <> '{}' then 0.1 else 1 end;
  -- Places without a zone are in UTC.
  newest constant timestamp := now() at time zone 'UTC';
  oldest constant timestamp := greatest(since, (
    select published_at from post where status = 'published' order by published_at, id limit 1
  )) at time zone 'UTC';
  most_a_day constant float8 := share * coalesce(most / greatest(1, extract(epoch from newest - oldest) / 86400), most_uncounted_a_day);
  -- A place that an address names may lie anywhere.
  started constant timestamp := greatest(least(from_at at time zone 'UTC', newest), oldest);
  place timestamp := started;
  within text[];
  span int := 1;
  found int := 0;
  more int;
  a_day float8;
begin
  while found < wanted and place between oldest and newest loop
    within := narrowed || case when span < all_time then array[to_char(place, facet_forms[span])] else '{}' end;
    -- Each form planned once. No facet at all would be asked of the whole index.
    if in_titles and within <> '{}' then
      return query select * from post_search where facets @> within and title @@ asked
          and (among is null or facets && among) and (since is null or published_at >= since)
          and published_at <= now() and (published_at, post_id) < (from_at, from_id)
        order by published_at desc, post_id desc limit wanted - found;
    elsif in_titles then
      return query select * from post_search where title @@ asked
          and (among is null or facets && among) and (since is null or published_at >= since)
          and published_at <= now() and (published_at, post_id) < (from_at, from_id)
        order by published_at desc, post_id desc limit wanted - found;
    elsif within <> '{}' then
      return query select * from post_search where facets @> within and words @@ asked
          and (among is null or facets && among) and (since is null or published_at >= since) and published_at <= now()
          and case when newer then (published_at, post_id) > (from_at, from_id) else (published_at, post_id) < (from_at, from_id) end
        order by case when newer then published_at end, case when newer then post_id end, published_at desc, post_id desc limit wanted - found;
    else
      return query select * from post_search where words @@ asked
          and (among is null or facets && among) and (since is null or published_at >= since) and published_at <= now()
          and case when newer then (published_at, post_id) > (from_at, from_id) else (published_at, post_id) < (from_at, from_id) end
        order by case when newer then published_at end, case when newer then post_id end, published_at desc, post_id desc limit wanted - found;
    end if;
    get diagnostics more = row_count;
    found := found + more;
    exit when span = all_time;
    -- The next span begins where this one ends, or holds it: what was seen is not found again.
    place := date_trunc(names[span], place) + case when newer then units[span] else '0' end;
    from_at := place at time zone 'UTC';
    from_id := '00000000-0000-0000-0000-000000000000';
    a_day := (found + 1) / greatest(1, abs(extract(epoch from place - started)) / 86400);
    span := 1;
    for longer in 2..4 loop
      if a_day * days[longer] <= times_wanted * (wanted - found) and most_a_day * days[longer] <= most_in_span then span := longer; end if;
    end loop;
    if a_day * abs(extract(epoch from place - case when newer then newest else oldest end)) / 86400 <= times_wanted * (wanted - found)
      and share * most <= most_in_span then span := all_time; end if;
    if not newer then place := place - interval '1 millisecond'; end if;
  end loop;
end $$;
