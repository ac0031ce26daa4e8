-- A search looks first day by day, then month by month (lib/search/windows.ts): of a word that is everywhere it read and
-- sorted all posts of the month, six thousand at a million posts, to compare the newest five hundred.
create or replace function search_facets(post_id uuid, published_at timestamptz, lang text, category_id uuid) returns text[] language sql stable parallel safe as $$
  select array[
      'd:' || to_char(published_at at time zone 'UTC', 'YYYY-MM-DD'),
      'm:' || to_char(published_at at time zone 'UTC', 'YYYY-MM'),
      'q:' || to_char(published_at at time zone 'UTC', 'YYYY-Q'),
      'y:' || to_char(published_at at time zone 'UTC', 'YYYY'),
      'l:' || split_part(lang, '-', 1)]
    || case when category_id is null then '{}' else array['c:' || category_id] end
    || array(select 'a:' || user_id from post_author where post_author.post_id = $1 order by user_id)
$$;

update post_search set facets = made.facets
from (select id, search_facets(id, published_at, lang, category_id) as facets from post where status = 'published') as made
where post_id = made.id;
