-- CreateTable
CREATE TABLE "comment_search" (
    "comment_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "comment_search_pkey" PRIMARY KEY ("comment_id")
);

-- CreateIndex
CREATE INDEX "comment_check_rule_comment_id_idx" ON "comment_check"("rule", "comment_id");

-- AddForeignKey
ALTER TABLE "comment_search" ADD CONSTRAINT "comment_search_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the moderation's search looks through. What its author took back has no words left; whoever changes or erases
-- a comment changes or erases this with it.
create function comment_search_follows() returns trigger language plpgsql as $$
begin
  insert into comment_search (comment_id, words) values (new.id, concat_ws(E'\n', new.name, new.website, new.body))
  on conflict (comment_id) do update set words = excluded.words;
  return null;
end $$;
create trigger comment_search_begins after insert on comment for each row execute function comment_search_follows();
create trigger comment_search_follows after update of name, website, body on comment for each row
  when ((old.name, old.website, old.body) is distinct from (new.name, new.website, new.body))
  execute function comment_search_follows();
insert into comment_search (comment_id, words) select id, concat_ws(E'\n', name, website, body) from comment;

-- Each reply pays for its own entries (1 to 2 ms): with a pending list one in some hundreds would wait for those of all.
create index comment_search_words on comment_search using gin (words gin_trgm_ops) with (fastupdate = off);

-- The list of all comments but the trash.
create index comment_desk on comment (created_at, id) where status <> 'trash' and withdrawn_at is null;
-- What speaks against a comment, however little.
create index comment_scored on comment (score) where score > 0;
create index comment_contact_prefix on comment_contact (ip_prefix) where ip_prefix is not null;
