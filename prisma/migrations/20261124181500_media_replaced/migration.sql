-- Once the former editions' files are gone, `replaced_at` is empty again: the job then has nothing to look for.
alter table media drop constraint media_edition_replaced;
