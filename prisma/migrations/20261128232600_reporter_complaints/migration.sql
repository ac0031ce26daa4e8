-- A complaint of who reported a reply ends with the reply: there is nothing left to decide on.
CREATE FUNCTION reported_reply_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE complaint SET decided_at = now(), outcome = 'withdrawn'
    WHERE decided_at IS NULL AND report_id IN (SELECT id FROM report WHERE case_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER reported_reply_gone AFTER UPDATE OF comment_id ON "report_case" FOR EACH ROW
  WHEN (NEW.comment_id IS NULL) EXECUTE FUNCTION reported_reply_gone();
