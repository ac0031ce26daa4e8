-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "urgency" INTEGER NOT NULL DEFAULT 0;

-- A comment waits before others the more speaks against it, and before all of them when readers reported it.
create function comment_urgency() returns trigger language plpgsql as $$
begin
  new.urgency := case
    when new.status <> 'pending' then 0
    -- What nobody has seen nobody has reported.
    when tg_op = 'UPDATE' and exists (select from report_case where comment_id = new.id and decided_at is null) then -new.score - 1000
    else -new.score
  end;
  return new;
end $$;
create trigger comment_urgency before insert or update of status, score on comment for each row execute function comment_urgency();

create function reported_urgency() returns trigger language plpgsql as $$
begin
  update comment set score = score where id = new.comment_id and status = 'pending';
  return null;
end $$;
create trigger reported_urgency after insert or update of decided_at on report_case for each row execute function reported_urgency();

update comment set score = score
where status = 'pending' and (score <> 0 or id in (select comment_id from report_case where decided_at is null));

create index comment_urgent on comment (status, urgency, created_at, id) where status = 'pending' and withdrawn_at is null;
