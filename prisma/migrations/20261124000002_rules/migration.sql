-- What the tables may hold, beyond what schema.prisma can say, and the index of each list.
-- The lengths are CONTRACT 10's, in code points (char_length of a UTF-8 database).

create extension if not exists pg_trgm;

alter table newsroom_user
  add constraint newsroom_user_email_lower check (email = lower(email) and char_length(email) between 3 and 254),
  add constraint newsroom_user_name_length check (char_length(name) between 1 and 245);

alter table category
  add constraint category_name_length check (char_length(name) between 1 and 80),
  add constraint category_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);

alter table post
  add constraint post_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  add constraint post_lang_form check (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  add constraint post_title_length check (char_length(title) between 1 and 300),
  add constraint post_standfirst_length check (char_length(standfirst) <= 2000),
  add constraint post_published_has_date check (status = 'draft' or published_at is not null),
  add constraint post_approved_comments_count check (approved_comments >= 0),
  add constraint post_version_counts check (version >= 1);

alter table redirect
  add constraint redirect_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);

alter table post_author add constraint post_author_position check (position >= 0);

alter table related_post
  add constraint related_post_position check (position >= 0),
  add constraint related_post_not_itself check (post_id <> related_id);

alter table media
  add constraint media_alt_length check (char_length(btrim(alt)) between 1 and 1000),
  add constraint media_size check (width > 0 and height > 0 and width::bigint * height <= 40000000);

alter table comment
  add constraint comment_name_length check (char_length(name) between 1 and 245),
  add constraint comment_body_length check (char_length(body) between 1 and 10000),
  add constraint comment_website_form check (website is null or (char_length(website) <= 200 and website ~* '^https?://')),
  add constraint comment_thread_form check (
    (parent_id is null and root_id is null and depth = 0) or
    (parent_id is not null and root_id is not null and depth between 1 and 100)
  ),
  add constraint comment_not_its_own_parent check (parent_id <> id and root_id <> id),
  add constraint comment_decided check (status = 'pending' or decided_at is not null);

alter table submission add constraint submission_key_length check (char_length(key) <= 200);
alter table throttle add constraint throttle_count check (count >= 0);

-- A post that was once public never becomes a draft again: it is unpublished, and its address stays its own.
create function refuse_post_move() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and new.status = 'draft' then
    raise exception 'a % post cannot become a draft', old.status using errcode = 'check_violation', constraint = 'post_status_moves';
  end if;
  return new;
end $$;
create trigger post_status_moves before update of status on post for each row execute function refuse_post_move();

-- An ended session stays ended, a used link stays used.
create function refuse_revival() returns trigger language plpgsql as $$
begin
  raise exception 'what has ended stays ended' using errcode = 'check_violation', constraint = tg_name;
end $$;
create trigger session_stays_ended before update of ended_at on session
  for each row when (old.ended_at is not null and new.ended_at is distinct from old.ended_at) execute function refuse_revival();
create trigger user_token_stays_used before update of used_at on user_token
  for each row when (old.used_at is not null and new.used_at is distinct from old.used_at) execute function refuse_revival();

-- The words that decide whether two posts are close in topic.
create function post_topic(lang text, title text, standfirst text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector(
    case when lang like 'de%' then 'german'::regconfig when lang like 'en%' then 'english'::regconfig else 'simple'::regconfig end,
    title || ' ' || standfirst)
$$;
-- Kept with the post: to make it anew for 300 candidates took 11 of the 13 ms that a page's Related Posts cost.
alter table post add column topic tsvector generated always as (post_topic(lang, title, standfirst)) stored;

-- Front page and sitemap: newest published posts. `kind` is no condition here: Prisma sends it as a cast parameter,
-- from which PostgreSQL cannot prove a partial index's condition. The few static pages among the posts are left out
-- row by row.
create index post_front on post (published_at desc, id desc) where status = 'published';
-- Footer: the static pages, first published first (asked for in SQL, with a constant).
create index post_pages on post (published_at, id) where status = 'published' and kind = 'page';
-- Related Posts: the newest candidates of one language.
create index post_related_candidates on post (lang, published_at desc, id desc) where status = 'published' and kind <> 'page';
-- Newsroom: all posts, last touched first; one status of them.
create index post_newsroom on post (kind, updated_at desc, id desc);
create index post_newsroom_status on post (kind, status, updated_at desc, id desc);
-- Newsroom: a post found by part of its title (Related Posts picker).
create index post_title_search on post using gin (title gin_trgm_ops);

-- Public thread: first comments of a post, oldest first; the answers of those; a thread as a whole.
create index comment_public_roots on comment (post_id, created_at, id) where status = 'approved' and parent_id is null;
create index comment_public_answers on comment (root_id, created_at, id) where status = 'approved' and root_id is not null;
create index comment_thread on comment (root_id, created_at, id) where root_id is not null;
-- Moderation queue: one status, oldest first; one post's comments.
create index comment_queue on comment (status, created_at, id);
create index comment_post on comment (post_id, created_at, id);
-- Cleaning: the contacts that still tell from where they came, oldest first.
create index comment_contact_traced on comment_contact (created_at) where ip_prefix is not null or user_agent is not null;
