-- The words of posts that readers can no longer read were still completed and suggested, and a post that was changed was
-- counted once more. Now a post that is changed or gone leaves the text that was counted, until the job has taken its
-- words away (lib/search/learn-words.ts).
alter table search_unlearned drop constraint search_unlearned_post_id_fkey;
alter table search_unlearned add column counted text;

create function search_learned(post post) returns text language sql immutable parallel safe as $$
  select post.title || ' / ' || post.standfirst || ' / ' || post.body_text
$$;

-- Which posts are to be counted is noted by a trigger of its own, below.
create or replace function write_post_search(id uuid) returns void language sql as $$
  with shown as (
    select post.id, published_at, lang, category_id, search_stemmer(lang) as stemmer, title, standfirst, left(body_text, 400000) as body_text,
      -- A word is not cut in two.
      400 - coalesce(nullif(position(' ' in reverse(left(body_text, 400))), 0), 1) + 1 as cut
    from post where post.id = $1 and status = 'published' and published_at is not null
  ), made as (
    select *, search_vector(stemmer, title) as named, setweight(search_vector(stemmer, title), 'A')
      || setweight(search_vector(stemmer, standfirst), 'B') || setweight(search_vector(stemmer, left(body_text, cut)), 'C') as begun
    from shown
  ), gone as (
    delete from post_search where post_id = $1 and not exists (select from shown)
  )
  insert into post_search (post_id, published_at, stemmer, facets, title, opening, words)
  select made.id, published_at, stemmer, search_facets(made.id, published_at, lang, category_id), named, begun,
    -- The stemmer stands among the words, in a form that no word has: so one query asks each language in its own way.
    array_to_tsvector(array['S=' || stemmer]) || begun || search_vector(stemmer, substr(body_text, cut + 1))
  from made
  on conflict (post_id) do update set published_at = excluded.published_at, stemmer = excluded.stemmer, facets = excluded.facets,
    title = excluded.title, opening = excluded.opening, words = excluded.words
$$;

-- Where a post is noted already, its words were not counted since: what was counted stands there, and stays. The row is
-- locked nevertheless: the job must not count the text that is just being replaced.
create function search_words_change() returns trigger language plpgsql as $$
begin
  insert into search_unlearned (post_id, counted)
  values (coalesce(new.id, old.id), case when old.status = 'published' then search_learned(old) end)
  on conflict (post_id) do update set counted = search_unlearned.counted;
  return null;
end $$;
create trigger search_words_begin after insert on post for each row when (new.status = 'published') execute function search_words_change();
create trigger search_words_end after delete on post for each row when (old.status = 'published') execute function search_words_change();
create trigger search_words_change
  after update of status, title, standfirst, body_text on post for each row
  when ((old.status = 'published' or new.status = 'published')
    and (old.status, old.title, old.standfirst, old.body_text) is distinct from (new.status, new.title, new.standfirst, new.body_text))
  execute function search_words_change();

-- What was counted so far tells nothing of whose words they are: it is counted anew.
delete from search_word;
insert into search_unlearned (post_id) select id from post where status = 'published' on conflict do nothing;
