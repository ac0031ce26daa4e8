-- CreateIndex
CREATE INDEX "post_newsroom_lang" ON "post"("lang", "kind", "updated_at" DESC, "id" DESC);

-- What the newsroom's list sorts by and schema.prisma cannot say. A post's date is that of its publication, else the one
-- it is scheduled for, else that of its beginning.
create index post_newsroom_date on post (kind, coalesce(published_at, scheduled_for, created_at) desc, id desc);
create index post_newsroom_status_date on post (kind, status, coalesce(published_at, scheduled_for, created_at) desc, id desc);

-- Titles as a dictionary orders them (DIN 5007-1): capitals, accents and leading quotes make no difference. Not by a
-- collation, since the database's own may be any, and not every PostgreSQL has ICU's.
create function title_order(title text) returns text language sql immutable strict parallel safe as $$
  select replace(translate(ltrim(lower(title), ' „“”"‚‘’''»«›‹(['),
    'äàáâãåąæçćčéèêëęěíìîïłñńňóòôõöøőœúùûüůűýÿśšşžźż', 'aaaaaaaaccceeeeeeiiiilnnnoooooooouuuuuuyyssszzz'), 'ß', 'ss')
$$;
create index post_newsroom_title on post (kind, title_order(title), id);
create index post_newsroom_status_title on post (kind, status, title_order(title), id);
