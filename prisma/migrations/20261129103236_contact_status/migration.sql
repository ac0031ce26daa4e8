-- AlterTable
ALTER TABLE "comment_contact" ADD COLUMN     "status" "comment_status" NOT NULL DEFAULT 'pending';

-- A list of the desk tells of each of its fifty comments what else came from its address. Counted in the comments' rows
-- that is a row each, and more the more there are; here it is a stretch of one index.
create function contact_status() returns trigger language plpgsql as $$
begin
  update comment_contact set status = new.status where comment_id = new.id;
  return null;
end $$;
create trigger contact_status after update of status on comment for each row
  when (old.status is distinct from new.status) execute function contact_status();

-- The comment may be sent by the same statement, which does not see it yet: then it waits, which is the default.
create function contact_begins() returns trigger language plpgsql as $$
begin
  new.status := coalesce((select status from comment where id = new.comment_id), new.status);
  return new;
end $$;
create trigger contact_begins before insert on comment_contact for each row execute function contact_begins();

update comment_contact set status = comment.status from comment where comment.id = comment_id and comment.status <> 'pending';

-- DropIndex
DROP INDEX "comment_contact_email_hash_idx";

-- CreateIndex
CREATE INDEX "comment_contact_email_hash_comment_id_idx" ON "comment_contact"("email_hash", "comment_id");

-- CreateIndex
CREATE INDEX "comment_contact_email_hash_status_idx" ON "comment_contact"("email_hash", "status");
