-- The posts published right before and right after a place in the list of all. As the owner: under row-level security
-- the planner may not use its statistics, takes one row for what is most of the table, and reads and sorts all of it
-- (2 s at a million posts, instead of two looks along post_front). It tells the ids of published posts alone.
create function posts_beside(at timestamptz, than uuid) returns table (way text, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  (select 'older', post.id from post
    where status = 'published' and kind <> 'page' and published_at <= now() and (published_at, post.id) < (at, than)
    order by published_at desc, post.id desc limit 1)
  union all
  (select 'newer', post.id from post
    where status = 'published' and kind <> 'page' and published_at <= now() and (published_at, post.id) > (at, than)
    order by published_at, post.id limit 1)
$$;
