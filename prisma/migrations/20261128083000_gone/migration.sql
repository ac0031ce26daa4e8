-- Where an imported post stood in WordPress: `/?p=` and this number.
alter table post add column wordpress_id integer;
create unique index post_wordpress_id_key on post (wordpress_id);
alter table post add constraint post_wordpress_id_counts check (wordpress_id > 0);

-- Addresses of posts that readers saw and that are gone for good.
create table gone_address (
  slug text not null,
  constraint gone_address_pkey primary key (slug)
);
alter table gone_address
  add constraint gone_address_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120);
-- Those that were archived before there was this table.
insert into gone_address (slug)
  select slug from post where status = 'archived' and published_at is not null
  union select redirect.slug from redirect join post on post.id = redirect.post_id where status = 'archived' and published_at is not null;
