-- The newsroom's list of a category, or of a language, by date: one that ended long ago lies behind everything newer.
create index post_newsroom_category_date on post (category_id, kind, coalesce(published_at, scheduled_for, created_at) desc, id desc);
create index post_newsroom_lang_date on post (lang, kind, coalesce(published_at, scheduled_for, created_at) desc, id desc);
