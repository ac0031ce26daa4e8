-- CreateTable
CREATE TABLE "post_search" (
    "post_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "stemmer" TEXT NOT NULL,
    "facets" TEXT[],
    "title" tsvector NOT NULL,
    "opening" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "post_search_pkey" PRIMARY KEY ("post_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "folded" TEXT COLLATE "C" NOT NULL,
    "spelling" TEXT NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("folded")
);

-- CreateTable
CREATE TABLE "search_unlearned" (
    "post_id" UUID NOT NULL,

    CONSTRAINT "search_unlearned_pkey" PRIMARY KEY ("post_id")
);

-- AddForeignKey
ALTER TABLE "search_unlearned" ADD CONSTRAINT "search_unlearned_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_search" ADD CONSTRAINT "post_search_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.

-- Words as they are compared: without capitals, accents and punctuation (lib/search/fold.ts does the same; a test holds
-- them equal). Not by the extension `unaccent`, which is not immutable, and knows no "ue". German umlauts are one with
-- their spelling by "e" (Müller, Mueller, Muller); in other languages that would break words ("continued").
create function search_fold(stemmer text, given text) returns text language sql immutable strict parallel safe as $$
  select case when stemmer = 'de' then regexp_replace(plain, '(^|[^aeiouq])([aou])e', '\1\2', 'g') else plain end
  from (select regexp_replace(
    replace(replace(replace(replace(
      translate(lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]+', '', 'g')), 'øłđðıς', 'olddiσ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u2190-\u2bff\u3000-\u303f\ufe00-\ufe4f\ufffd]+', ' ', 'g') as plain) as folded
$$;

create function search_stemmer(lang text) returns text language sql immutable strict parallel safe as $$
  select case split_part(lang, '-', 1) when 'de' then 'de' when 'en' then 'en' else 'simple' end
$$;

create function search_vector(stemmer text, given text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector(
    case stemmer when 'de' then 'german'::regconfig when 'en' then 'english'::regconfig else 'simple'::regconfig end,
    search_fold(stemmer, given))
$$;

-- What narrows a search, in one array beside the words and in one index with them: the month, quarter and year (UTC), in
-- which a search looks from the newest on until it has enough; language, category and authors.
create function search_facets(post_id uuid, published_at timestamptz, lang text, category_id uuid) returns text[] language sql stable parallel safe as $$
  select array[
      'm:' || to_char(published_at at time zone 'UTC', 'YYYY-MM'),
      'q:' || to_char(published_at at time zone 'UTC', 'YYYY-Q'),
      'y:' || to_char(published_at at time zone 'UTC', 'YYYY'),
      'l:' || split_part(lang, '-', 1)]
    || case when category_id is null then '{}' else array['c:' || category_id] end
    || array(select 'a:' || user_id from post_author where post_author.post_id = $1 order by user_id)
$$;

-- The row of one post, written anew while it is published, else taken away. A table of its own: only what readers may see
-- is in it, so no forgotten condition can find a draft; and counting a comment does not make a text's vector anew. (A
-- column of `post` could not be asked through its index by the public login: `@@` is not leakproof, and the policy of
-- `post` has to be asked first.) Most of a text is in `words`, which PostgreSQL keeps apart and only the index is asked
-- for; what ranks is small and at hand: `opening`, with title A, standfirst B, and the first 400 characters C.
create function write_post_search(id uuid) returns void language sql as $$
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
  ), noted as (
    insert into search_unlearned select made.id from made on conflict do nothing
  )
  insert into post_search (post_id, published_at, stemmer, facets, title, opening, words)
  select made.id, published_at, stemmer, search_facets(made.id, published_at, lang, category_id), named, begun,
    -- The stemmer stands among the words, in a form that no word has: so one query asks each language in its own way.
    array_to_tsvector(array['S=' || stemmer]) || begun || search_vector(stemmer, substr(body_text, cut + 1))
  from made
  on conflict (post_id) do update set published_at = excluded.published_at, stemmer = excluded.stemmer, facets = excluded.facets,
    title = excluded.title, opening = excluded.opening, words = excluded.words
$$;

create function post_search_follows() returns trigger language plpgsql as $$
begin
  perform write_post_search(new.id);
  return null;
end $$;
create trigger post_search_begins after insert on post for each row when (new.status = 'published') execute function post_search_follows();
create trigger post_search_follows
  after update of status, lang, title, standfirst, body_text, category_id, published_at on post for each row
  when ((old.status = 'published' or new.status = 'published')
    and (old.status, old.lang, old.title, old.standfirst, old.body_text, old.category_id, old.published_at)
      is distinct from (new.status, new.lang, new.title, new.standfirst, new.body_text, new.category_id, new.published_at))
  execute function post_search_follows();

-- By-lines are taken away and put back by a save: looked at once, at its end.
create function post_search_authors() returns trigger language plpgsql as $$
begin
  update post_search set facets = made.facets
  from (select post.id, search_facets(post.id, published_at, lang, category_id) as facets
    from post where post.id = coalesce(new.post_id, old.post_id)) as made
  where post_id = made.id and post_search.facets is distinct from made.facets;
  return null;
end $$;
create constraint trigger post_search_authors after insert or delete or update of user_id on post_author
  deferrable initially deferred for each row execute function post_search_authors();

alter table post_search
  add constraint post_search_stemmer check (stemmer in ('de', 'en', 'simple')),
  alter column opening set storage main,
  -- Not counted: a search asks its index whatever the words are, and in small steps (lib/search/windows.ts). A planner
  -- that took a word for a frequent one would read the whole table.
  alter column words set statistics 0,
  alter column title set statistics 0,
  alter column facets set statistics 0;
-- Without the list of pending entries: it is read by each search, and emptied by somebody's save. The facets come first:
-- GIN asks its keys in this order, and words that are everywhere would be asked for each post of an author (4.5 s).
create index post_search_words on post_search using gin (facets, words) with (fastupdate = off);
create index post_search_titles on post_search using gin (facets, title) with (fastupdate = off);

alter table search_word add constraint search_word_length check (char_length(folded) between 3 and 40);
create index search_word_near on search_word using gin (folded gin_trgm_ops);

select count(write_post_search(id)) from post where status = 'published';
