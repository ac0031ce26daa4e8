-- The key of the save that wrote a revision last: a save that was answered to nobody is known again by it.
ALTER TABLE "post_revision" ADD COLUMN     "save_key" UUID;

-- 0: nothing of a new post could be taken into its row yet.
alter table post
  drop constraint post_applied_version,
  add constraint post_applied_version check (applied_version between 0 and version);
