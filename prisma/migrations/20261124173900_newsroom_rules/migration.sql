-- What the newsroom's tables may hold, beyond what schema.prisma can say. A migration of its own, since PostgreSQL
-- lets nothing use an enum's new value before the transaction that adds it has ended.

-- A draft may still want its title: what a writer types is stored at once, finished or not.
alter table post
  drop constraint post_title_length,
  drop constraint post_published_has_date,
  add constraint post_title_length check (char_length(title) <= 300 and (title <> '' or status in ('draft', 'trash'))),
  add constraint post_published_has_date check (status in ('draft', 'in_review', 'scheduled', 'trash') or published_at is not null),
  add constraint post_scheduled_has_time check ((status = 'scheduled') = (scheduled_for is not null)),
  add constraint post_trashed_has_time check (
    (status = 'trash') = (trashed_at is not null) and (status = 'trash') = (trashed_from is not null) and trashed_from <> 'trash'
  ),
  add constraint post_close_after_days check (close_after_days between 0 and 36500),
  add constraint post_seo_length check (char_length(seo_title) <= 300 and char_length(seo_description) <= 1000),
  add constraint post_canonical_form check (canonical_url = '' or (char_length(canonical_url) <= 2000 and canonical_url ~* '^https?://')),
  add constraint post_words_count check (words >= 0);
update post set
  applied_version = version,
  words = coalesce(array_length(regexp_split_to_array(btrim(title || ' ' || standfirst || ' ' || body_text), '\s+'), 1), 0);
alter table post add constraint post_applied_version check (applied_version between 1 and version);

-- A post that was once public never becomes a draft again: it is unpublished, and its address stays its own. What lies
-- in the trash comes back to where it was, but never straight before readers.
create or replace function refuse_post_move() returns trigger language plpgsql as $$
begin
  if (old.published_at is not null and new.status in ('draft', 'in_review'))
    or (old.status = 'trash' and new.status in ('published', 'scheduled')) then
    raise exception 'a % post cannot become %', old.status, new.status using errcode = 'check_violation', constraint = 'post_status_moves';
  end if;
  return new;
end $$;

alter table post_revision add constraint post_revision_version check (version >= 1);
alter table post_note
  add constraint post_note_length check (char_length(body) between 1 and 5000),
  add constraint post_note_not_its_own_parent check (parent_id <> id),
  add constraint post_note_resolved check ((resolved_at is null) = (resolved_by_id is null) and (resolved_at is null or parent_id is null));
alter table correction add constraint correction_length check (char_length(text) between 1 and 2000);
alter table related_exclusion add constraint related_exclusion_not_itself check (post_id <> related_id);
alter table related_proposal add constraint related_proposal_not_itself check (post_id <> related_id and position >= 0);
alter table category
  add constraint category_not_its_own_parent check (parent_id <> id),
  add constraint category_description_length check (char_length(description) <= 2000);
alter table tag
  add constraint tag_name_length check (char_length(name) between 1 and 80),
  add constraint tag_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);
alter table post_tag add constraint post_tag_position check (position >= 0);
alter table media
  add constraint media_texts_length check (char_length(caption) <= 2000 and char_length(credit) <= 300 and char_length(file_name) <= 300),
  add constraint media_focal_place check (focal_x between 0 and 100 and focal_y between 0 and 100);
alter table newsroom_user
  add constraint newsroom_user_bio_length check (char_length(bio) <= 2000),
  add constraint newsroom_user_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  add constraint newsroom_user_totp check (totp_sealed is not null or totp_since is null);

-- A preview's link that was ended stays ended, a recovery code that was used stays used.
create trigger preview_link_stays_ended before update of ended_at on preview_link
  for each row when (old.ended_at is not null and new.ended_at is distinct from old.ended_at) execute function refuse_revival();
create trigger recovery_code_stays_used before update of used_at on recovery_code
  for each row when (old.used_at is not null and new.used_at is distinct from old.used_at) execute function refuse_revival();

-- The scheduled posts, next first.
create index post_due on post (scheduled_for) where status = 'scheduled';
-- The trash, oldest first, for emptying it.
create index post_trashed on post (trashed_at) where status = 'trash';
