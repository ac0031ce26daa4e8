-- A picture can be replaced: its next edition's files stand beside the old ones, whose addresses stay right.
alter table media
  add column edition integer not null default 1,
  add column replaced_at timestamptz(3),
  add constraint media_edition_count check (edition >= 1),
  add constraint media_edition_replaced check (edition = 1 or replaced_at is not null);

-- What the library's search looks at, in one column, for one index.
create function media_search(alt text, caption text, credit text, file_name text) returns text language sql immutable parallel safe as $$
  select alt || ' ' || caption || ' ' || credit || ' ' || file_name
$$;
alter table media add column search text not null generated always as (media_search(alt, caption, credit, file_name)) stored;
create index media_search on media using gin (search gin_trgm_ops);

-- Whose former editions are to be forgotten.
create index media_replaced on media (replaced_at) where replaced_at is not null;

-- The posts whose newest revision their row does not show: what waits there uses pictures, too.
create index post_waiting on post (id) where version > applied_version;
