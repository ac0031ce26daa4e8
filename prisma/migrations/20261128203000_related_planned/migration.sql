-- What a post is compared with to find its Related Posts, and which place it has among the newest of the language (null: none of
-- those). As the owner, like the lists (lists_planned): without its statistics the planner read whole categories, 12 to 27 s among
-- a million posts. It tells of published posts alone; who compares sees of them what their login may.
create function related_candidates(of_lang text, category uuid, tags uuid[], leave_out uuid[], newest int, in_category int, with_tag int)
returns table (id uuid, nth bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select found.id, min(found.nth) from (
      (select post.id, row_number() over (order by published_at desc, post.id desc) as nth from post
        where status = 'published' and kind <> 'page' and lang = of_lang and post.id <> all (leave_out)
        order by published_at desc, post.id desc limit newest)
      union all
      (select post.id, null from post
        where status = 'published' and category_id = category
        order by published_at desc, post.id desc limit in_category)
      union all
      select tagged.post_id, null from unnest(tags) as shared (tag_id), lateral (
        select post_id from post_tag
        where post_tag.tag_id = shared.tag_id and post_tag.published_at is not null
        order by post_tag.published_at desc, post_id desc limit with_tag
      ) as tagged
    ) as found group by found.id;
end $$;
