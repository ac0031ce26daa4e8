-- CreateTable
CREATE TABLE "comment_unsearched" (
    "comment_id" UUID NOT NULL,

    CONSTRAINT "comment_unsearched_pkey" PRIMARY KEY ("comment_id")
);

-- A reply does not wait for the search of the desk: its trigrams took longer to enter than all the rest of it. A job takes the
-- texts in (lib/comments/index-words.ts); until then the search reads those that wait. What a text said before, changed
-- or erased, is gone from the search at once. The row that waits is written even where it stands: a job that has it in hand, and
-- may have read the old text, ends first.
drop trigger comment_search_begins on comment;
create or replace function comment_search_follows() returns trigger language plpgsql as $$
begin
  insert into comment_unsearched (comment_id) values (new.id) on conflict (comment_id) do update set comment_id = excluded.comment_id;
  if tg_op = 'UPDATE' then
    delete from comment_search where comment_id = new.id;
  end if;
  return null;
end $$;
create trigger comment_search_begins after insert on comment for each row execute function comment_search_follows();
