-- The lists of categories and of a tag, from a place on (exclusive): the newest first, or with `newer` the oldest first. As the
-- owner: under row-level security the planner may not use its statistics, took one row for all that a category has, and
-- read and sorted them (8 s for a category of 33,000 posts among a million). They tell of published posts alone.
create function listed_in_categories(categories uuid[], from_at timestamptz, from_id uuid, newer boolean, most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if newer then
    return query select found.id from unnest(categories) as wanted (id), lateral (
      select post.id, published_at from post
      where category_id = wanted.id and status = 'published' and kind <> 'page' and published_at <= now()
        and (published_at, post.id) > (from_at, from_id)
      order by published_at, post.id limit most
    ) as found order by found.published_at, found.id limit most;
  else
    return query select found.id from unnest(categories) as wanted (id), lateral (
      select post.id, published_at from post
      where category_id = wanted.id and status = 'published' and kind <> 'page' and published_at <= now()
        and (published_at, post.id) < (from_at, from_id)
      order by published_at desc, post.id desc limit most
    ) as found order by found.published_at desc, found.id desc limit most;
  end if;
end $$;

create function listed_with_tag(tag uuid, from_at timestamptz, from_id uuid, newer boolean, most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if newer then
    return query select post_id from post_tag
      where tag_id = tag and (published_at, post_id) > (from_at, from_id)
        and (select status = 'published' and kind <> 'page' and post.published_at <= now() from post where post.id = post_id)
      order by published_at, post_id limit most;
  else
    return query select post_id from post_tag
      where tag_id = tag and (published_at, post_id) < (from_at, from_id)
        and (select status = 'published' and kind <> 'page' and post.published_at <= now() from post where post.id = post_id)
      order by published_at desc, post_id desc limit most;
  end if;
end $$;
