-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "awaits_proof" BOOLEAN NOT NULL DEFAULT false;

-- What is still to be proven waits behind all others: not hidden, since mails get lost and a person may decide all the same.
create or replace function comment_urgency() returns trigger language plpgsql as $$
begin
  new.urgency := case
    when new.status <> 'pending' then 0
    -- What nobody has seen nobody has reported.
    when tg_op = 'UPDATE' and exists (select from report_case where comment_id = new.id and decided_at is null) then -new.score - 1000
    when new.awaits_proof then 100000 - new.score
    else -new.score
  end;
  return new;
end $$;
drop trigger comment_urgency on comment;
create trigger comment_urgency before insert or update of status, score, awaits_proof on comment for each row execute function comment_urgency();
